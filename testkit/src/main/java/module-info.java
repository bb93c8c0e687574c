/// Builders of packets and captures as bytes, for tests of every module. Depends on nothing of
/// ours.
module io.aegispcap.testkit {
  requires transitive io.aegispcap.plugin;
  requires static org.jspecify;

  exports io.aegispcap.testkit.capture;
  exports io.aegispcap.testkit.golden;
  exports io.aegispcap.testkit.packet;
  exports io.aegispcap.testkit.plugin;
}
