package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import java.util.Optional;

/// A server's answer to the hello (RFC 8446 4.1.3, RFC 5246 7.4.1.3).
public final class ServerHello {
  /// First 8 bytes of the random that marks a request to say hello again (RFC 8446 4.1.3).
  private static final long RETRY = 0xCF21AD74E59A6111L;

  private final int legacyVersion;
  private final int cipher;
  private final boolean retry;
  private int[] extensions = {};
  private int selectedVersion;
  private Optional<String> alpn = Optional.empty();

  private ServerHello(int legacyVersion, int cipher, boolean retry) {
    this.legacyVersion = legacyVersion;
    this.selectedVersion = legacyVersion;
    this.cipher = cipher;
    this.retry = retry;
  }

  /// @param body the message without its type and length
  /// @throws io.aegispcap.capture.protocol.MalformedMessageException when it is not such a message
  public static ServerHello parse(Bytes body) {
    Cursor in = new Cursor(body);
    int version = in.u16();
    boolean retry = in.take(32).u64(0) == RETRY;
    boolean withSession = !earlyDraft(version);
    if (withSession) {
      in.vector8();
    }
    ServerHello hello = new ServerHello(version, in.u16(), retry);
    if (withSession) {
      in.u8();
    }
    if (in.hasMore()) {
      hello.extensions = Extension.readAll(in.vector16(), hello::readExtension);
    }
    return hello;
  }

  /// IANA name of the cipher suite it chose.
  public String cipher() {
    return CipherSuites.name(cipher);
  }

  int version() {
    return selectedVersion;
  }

  boolean isRetry() {
    return retry;
  }

  Optional<String> alpn() {
    return alpn;
  }

  boolean resumes13() {
    return Extension.isIn(extensions, Extension.PRE_SHARED_KEY);
  }

  /// JA3S: version, cipher and extensions (github.com/salesforce/ja3).
  String ja3s() {
    StringBuilder text = new StringBuilder().append(legacyVersion).append(',').append(cipher);
    Ja3.append(text.append(','), extensions);
    return Digests.md5(text.toString());
  }

  /// Drafts 18 to 21 of TLS 1.3 left out the session id and the compression method.
  private static boolean earlyDraft(int version) {
    return version >= 0x7f00 && version <= 0x7f15;
  }

  private void readExtension(int type, Cursor in) {
    switch (type) {
      case Extension.SUPPORTED_VERSIONS -> selectedVersion = in.u16();
      case Extension.ALPN -> alpn = Optional.of(in.vector16().vector8().text());
      default -> {}
    }
  }
}
