/// Untrusted code: packages, trust, versions, and the sandbox that plugins run in.
module io.aegispcap.extension {
  requires transitive io.aegispcap.analysis;
  requires transitive io.aegispcap.cage;
  requires com.networknt.schema;
  requires java.net.http;
  requires org.semver4j;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  requires static org.jspecify;

  exports io.aegispcap.extension.pack;
  exports io.aegispcap.extension.resolve;
  exports io.aegispcap.extension.running;
  exports io.aegispcap.extension.sandbox;
  exports io.aegispcap.extension.trust;

  opens io.aegispcap.extension.trust to
      tools.jackson.databind;
}
