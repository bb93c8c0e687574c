package io.aegispcap.platform.api.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The digest that tells requests and answers apart.
final class Sha256 {

  private Sha256() {}

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK has it
    }
  }
}
