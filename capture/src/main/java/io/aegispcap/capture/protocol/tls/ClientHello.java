package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A client's first message (RFC 8446 4.1.2), also as older versions spell it. QUIC carries the
/// same.
public final class ClientHello {
  private static final int[] NONE = {};

  int version;
  int[] ciphers = NONE;

  /// Extension types in their order, GREASE included.
  int[] extensions = NONE;

  int[] groups = NONE;
  int[] pointFormats = NONE;
  int[] signatureAlgorithms = NONE;
  int[] supportedVersions = NONE;
  final List<Bytes> protocols = new ArrayList<>();
  private Optional<String> serverName = Optional.empty();

  ClientHello() {}

  /// @param body the message without its type and length
  /// @throws io.aegispcap.capture.protocol.MalformedMessageException when it is not such a message
  public static ClientHello parse(Bytes body) {
    ClientHello hello = new ClientHello();
    Cursor in = new Cursor(body);
    hello.version = in.u16();
    in.take(32);
    in.vector8();
    hello.ciphers = in.vector16().numbers();
    in.vector8();
    if (in.hasMore()) {
      hello.extensions = Extension.readAll(in.vector16(), hello::readExtension);
    }
    return hello;
  }

  /// The hello that old clients sent first, which newer servers understand too (RFC 5246 E.2).
  ///
  /// @param body from the message type on
  static ClientHello parseVersion2(Bytes body) {
    ClientHello hello = new ClientHello();
    Cursor in = new Cursor(body);
    in.u8();
    hello.version = in.u16();
    int length = in.u16();
    in.u16();
    in.u16();
    Bytes kinds = in.take(length);
    hello.ciphers = new int[length / 3];
    for (int i = 0; i < hello.ciphers.length; i++) {
      hello.ciphers[i] = kinds.u24(3 * i);
    }
    return hello;
  }

  /// Name asked for, escaped; see [TlsHandshake#serverName].
  public Optional<String> serverName() {
    return serverName;
  }

  /// Application protocols offered, escaped.
  public List<String> alpn() {
    return protocols.stream().map(Escapes::text).toList();
  }

  /// JA3 as 32 hexadecimal digits.
  public String ja3() {
    return Ja3.of(this);
  }

  /// @param transport `t` over TCP, `q` in QUIC, `d` in DTLS
  public String ja4(char transport) {
    return Ja4.of(this, transport);
  }

  List<String> versionNames() {
    return Arrays.stream(Grease.without(supportedVersions)).mapToObj(Versions::name).toList();
  }

  private void readExtension(int type, Cursor in) {
    switch (type) {
      case Extension.SERVER_NAME -> readServerName(in);
      case Extension.GROUPS -> groups = in.vector16().numbers();
      case Extension.POINT_FORMATS -> pointFormats = formats(in.vector8());
      case Extension.SIGNATURE_ALGORITHMS -> signatureAlgorithms = in.vector16().numbers();
      case Extension.ALPN -> readProtocols(in.vector16());
      case Extension.SUPPORTED_VERSIONS -> supportedVersions = in.vector8().numbers();
      default -> {}
    }
  }

  private void readServerName(Cursor in) {
    if (!in.hasMore()) {
      return;
    }
    Cursor names = in.vector16();
    while (names.hasMore()) {
      int type = names.u8();
      Cursor name = names.vector16();
      if (type == 0 && serverName.isEmpty()) {
        serverName = Optional.of(name.text());
      }
    }
  }

  private void readProtocols(Cursor in) {
    while (in.hasMore()) {
      Bytes name = in.take(in.u8());
      protocols.add(Bytes.of(name.copy(0, name.length())));
    }
  }

  private static int[] formats(Cursor in) {
    int[] formats = new int[in.remaining()];
    for (int i = 0; i < formats.length; i++) {
      formats[i] = in.u8();
    }
    return formats;
  }
}
