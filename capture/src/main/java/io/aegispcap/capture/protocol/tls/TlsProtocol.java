package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// TLS 1.0 to 1.3 and SSL 2.0 and 3.0 over TCP. It reads until both sides encrypt, and emits one
/// [TlsHandshake]. To read TLS that begins inside another protocol (STARTTLS), open a dialogue
/// where it begins and pass it the bytes from there on.
///
/// Limits: hellos of at most 64 KiB, certificate messages of 256 KiB, of which 16 certificates are
/// read; one that cannot be read is left out. TLS 1.3 encrypts certificates, and SSL 2.0's are not
/// read. A gap ends the reading.
public final class TlsProtocol implements Protocol {
  private static final int TCP = 6;

  private final CertificateCache certificates = new CertificateCache();

  @Override
  public String name() {
    return "tls";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return Records.recognise(first);
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new TlsDialogue(conversation, certificates);
  }
}
