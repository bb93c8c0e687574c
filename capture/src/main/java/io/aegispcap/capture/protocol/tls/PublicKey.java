package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.asn1.DerReader;

/// Algorithm and size of a certificate's key (RFC 3279, RFC 5480, RFC 8410).
record PublicKey(String algorithm, int bits) {
  private static final int UNCOMPRESSED = 4;

  /// @param info inside the SubjectPublicKeyInfo
  static PublicKey read(DerReader info) {
    DerReader algorithm = info.in(DerReader.SEQUENCE);
    String type = ObjectIdentifier.read(algorithm.value(DerReader.OBJECT_IDENTIFIER));
    Bytes key = bits(info.value(DerReader.BIT_STRING));
    return switch (type) {
      case "1.2.840.113549.1.1.1" -> new PublicKey("RSA", modulus(key));
      case "1.2.840.113549.1.1.10" -> new PublicKey("RSASSA-PSS", modulus(key));
      case "1.2.840.10045.2.1" -> new PublicKey("EC", curve(algorithm, key));
      case "1.2.840.10040.4.1" -> new PublicKey("DSA", prime(algorithm));
      case "1.3.101.112" -> new PublicKey("Ed25519", 256);
      case "1.3.101.113" -> new PublicKey("Ed448", 456);
      default -> new PublicKey(type, 0);
    };
  }

  /// Without the leading count of unused bits.
  private static Bytes bits(Bytes bitString) {
    return bitString.slice(1, bitString.length() - 1);
  }

  private static int modulus(Bytes key) {
    return bitLength(new DerReader(key).in(DerReader.SEQUENCE).value(DerReader.INTEGER));
  }

  private static int prime(DerReader algorithm) {
    return algorithm.peek() == DerReader.SEQUENCE
        ? bitLength(algorithm.in(DerReader.SEQUENCE).value(DerReader.INTEGER))
        : 0;
  }

  private static int curve(DerReader algorithm, Bytes key) {
    String curve =
        algorithm.peek() == DerReader.OBJECT_IDENTIFIER
            ? ObjectIdentifier.read(algorithm.value())
            : "";
    return curve.equals("1.3.132.0.35") ? 521 : coordinate(key);
  }

  /// Bits of one coordinate, which for the usual curves are the bits of the field.
  private static int coordinate(Bytes point) {
    int coordinates = point.u8(0) == UNCOMPRESSED ? 2 : 1;
    return 8 * ((point.length() - 1) / coordinates);
  }

  private static int bitLength(Bytes integer) {
    int at = 0;
    while (at < integer.length() && integer.u8(at) == 0) {
      at++;
    }
    if (at == integer.length()) {
      return 0;
    }
    return 8 * (integer.length() - at) - (Integer.numberOfLeadingZeros(integer.u8(at)) - 24);
  }
}
