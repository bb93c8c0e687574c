/// Builders of packets and captures for tests: bytes only.
module io.aegispcap.testkit {
  requires static org.jspecify;

  exports io.aegispcap.testkit.capture;
}
