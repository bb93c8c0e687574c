package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;
import java.util.Optional;

/// How a TLS or SSL connection began, from its unencrypted part. TLS 1.3 encrypts certificates and
/// the chosen application protocol: they are then absent.
///
/// @param frameId frame in which the first hello was complete
/// @param certificateFrameId frame in which the server's certificates were complete; 0 without any
/// @param established whether both sides went on to send encrypted records
/// @param resumed whether the server took up an earlier session, so that it shows no certificate
/// @param version agreed, such as `1.2`, or `ssl3.0`; empty when the server did not answer
/// @param clientVersion the version field of the client's hello; empty when there was no such hello
/// @param supportedVersions offered in the extension of that name, in the client's order
/// @param cipher agreed, by its IANA name, or `0x` and four hexadecimal digits; empty if none was
/// @param serverName asked for; bytes outside printable ASCII, and backslashes, are written `\xHH`
/// @param alpnOffered application protocols offered, escaped likewise
/// @param alpn application protocol chosen in clear
/// @param ja3 32 hexadecimal digits; empty when there was no client hello
/// @param ja3s likewise of the server
/// @param ja4 such as `t13d1516h2_8daaf6152771_e5627efa2ab1`; empty when there was no client hello
/// @param certificates the server's, its own first
/// @param alert the first one sent in clear, such as `fatal handshake_failure`
public record TlsHandshake(
    long frameId,
    long timestamp,
    long certificateFrameId,
    boolean established,
    boolean resumed,
    String version,
    String clientVersion,
    List<String> supportedVersions,
    String cipher,
    Optional<String> serverName,
    List<String> alpnOffered,
    Optional<String> alpn,
    String ja3,
    String ja3s,
    String ja4,
    List<Certificate> certificates,
    Optional<String> alert)
    implements Fact {
  public TlsHandshake {
    supportedVersions = List.copyOf(supportedVersions);
    alpnOffered = List.copyOf(alpnOffered);
    certificates = List.copyOf(certificates);
  }

  @Override
  public String protocol() {
    return "tls";
  }

  @Override
  public void describe(FactWriter out) {
    out.flag("tls.established", established);
    out.flag("tls.resumed", resumed);
    out.text("tls.version", version);
    out.text("tls.cipher", cipher);
    out.text("tls.next_protocol", alpn.orElse(""));
    out.text("tls.client.version", clientVersion);
    out.list("tls.client.supported_versions", supportedVersions);
    out.text("tls.client.server_name", serverName.orElse(""));
    out.list("tls.client.alpn", alpnOffered);
    out.text("tls.client.ja3", ja3);
    out.text("tls.client.ja4", ja4);
    out.text("tls.server.ja3s", ja3s);
    if (!certificates.isEmpty()) {
      certificates.getFirst().describe(out);
    }
    out.text("tls.alert", alert.orElse(""));
  }
}
