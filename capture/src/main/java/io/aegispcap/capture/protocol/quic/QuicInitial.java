package io.aegispcap.capture.protocol.quic;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;
import java.util.Optional;

/// How a QUIC connection began, from its Initial packets, whose keys anyone can derive. All later
/// packets are encrypted.
///
/// @param frameId frame in which the client's hello was complete
/// @param version `1`, `2` or `draft-29` and so on
/// @param serverName asked for, escaped as in a TLS handshake
/// @param alpn application protocols offered, escaped likewise
/// @param ja3 32 hexadecimal digits
/// @param ja4 such as `q13d0312h3_55b375c5d22e_06cda9e17597`
/// @param cipher the server agreed to, by its IANA name; empty when its hello was not seen
public record QuicInitial(
    long frameId,
    long timestamp,
    String version,
    Optional<String> serverName,
    List<String> alpn,
    String ja3,
    String ja4,
    String cipher)
    implements Fact {
  public QuicInitial {
    alpn = List.copyOf(alpn);
  }

  @Override
  public String protocol() {
    return "quic";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("quic.version", version);
    out.text("tls.version", "1.3");
    out.text("tls.cipher", cipher);
    out.text("tls.client.server_name", serverName.orElse(""));
    out.list("tls.client.alpn", alpn);
    out.text("tls.client.ja3", ja3);
    out.text("tls.client.ja4", ja4);
  }
}
