package io.aegispcap.capture.protocol.tls;

/// Signature algorithms by the names that ECS takes from Go's crypto/x509.
final class SignatureAlgorithms {
  private SignatureAlgorithms() {}

  static String name(String identifier) {
    return switch (identifier) {
      case "1.2.840.113549.1.1.2" -> "MD2-RSA";
      case "1.2.840.113549.1.1.3" -> "MD4-RSA";
      case "1.2.840.113549.1.1.4" -> "MD5-RSA";
      case "1.2.840.113549.1.1.5", "1.3.14.3.2.29" -> "SHA1-RSA";
      case "1.2.840.113549.1.1.10" -> "RSAPSS";
      case "1.2.840.113549.1.1.11" -> "SHA256-RSA";
      case "1.2.840.113549.1.1.12" -> "SHA384-RSA";
      case "1.2.840.113549.1.1.13" -> "SHA512-RSA";
      case "1.2.840.113549.1.1.14" -> "SHA224-RSA";
      case "1.2.840.10040.4.3" -> "DSA-SHA1";
      case "2.16.840.1.101.3.4.3.2" -> "DSA-SHA256";
      case "1.2.840.10045.4.1" -> "ECDSA-SHA1";
      case "1.2.840.10045.4.3.1" -> "ECDSA-SHA224";
      case "1.2.840.10045.4.3.2" -> "ECDSA-SHA256";
      case "1.2.840.10045.4.3.3" -> "ECDSA-SHA384";
      case "1.2.840.10045.4.3.4" -> "ECDSA-SHA512";
      case "1.3.101.112" -> "Ed25519";
      case "1.3.101.113" -> "Ed448";
      default -> identifier;
    };
  }
}
