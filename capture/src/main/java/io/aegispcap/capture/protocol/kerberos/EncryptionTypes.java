package io.aegispcap.capture.protocol.kerberos;

/// Names of encryption types. Source: IANA, Kerberos Encryption Type Numbers; negative ones are
/// Microsoft's own.
final class EncryptionTypes {
  private EncryptionTypes() {}

  /// The number itself for one without a name; empty for 0.
  static String name(int number) {
    return switch (number) {
      case 0 -> "";
      case 1 -> "des-cbc-crc";
      case 2 -> "des-cbc-md4";
      case 3 -> "des-cbc-md5";
      case 16 -> "des3-cbc-sha1-kd";
      case 17 -> "aes128-cts-hmac-sha1-96";
      case 18 -> "aes256-cts-hmac-sha1-96";
      case 19 -> "aes128-cts-hmac-sha256-128";
      case 20 -> "aes256-cts-hmac-sha384-192";
      case 23 -> "rc4-hmac";
      case 24 -> "rc4-hmac-exp";
      case 25 -> "camellia128-cts-cmac";
      case 26 -> "camellia256-cts-cmac";
      default -> Integer.toString(number);
    };
  }
}
