package io.aegispcap.testkit.packet;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Address text to bytes, without ever asking a name server.
final class Addresses {
  private Addresses() {}

  static byte[] parse(String text) {
    if (!text.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      throw new IllegalArgumentException("not an address: \"" + text + "\"");
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: \"" + text + "\"", e);
    }
  }
}
