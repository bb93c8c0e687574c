package io.aegispcap.capture.protocol.ssh;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The algorithms that one side offers (RFC 4253 7.1), each list as it was sent.
record KeyExchange(
    String keyExchange,
    String cipherToServer,
    String cipherToClient,
    String macToServer,
    String macToClient,
    String compressionToServer,
    String compressionToClient) {
  private static final int COOKIE = 16;
  private static final int LISTS = 8;

  /// @param message from its type on
  static KeyExchange parse(Bytes message) {
    String[] lists = new String[LISTS];
    int at = 1 + COOKIE;
    for (int i = 0; i < LISTS; i++) {
      long length = message.u32(at);
      if (length > message.length()) {
        throw new MalformedMessageException("SSH list of algorithms cut short");
      }
      lists[i] = message.latin1(at + 4, (int) length);
      at += 4 + (int) length;
    }
    return new KeyExchange(lists[0], lists[2], lists[3], lists[4], lists[5], lists[6], lists[7]);
  }

  /// Fingerprint of a client that offers these (github.com/salesforce/hassh, BSD-3-Clause).
  String hassh() {
    return md5(keyExchange, cipherToServer, macToServer, compressionToServer);
  }

  String hasshServer() {
    return md5(keyExchange, cipherToClient, macToClient, compressionToClient);
  }

  /// The first of the client's that the server knows too.
  static Optional<String> agree(String client, String server) {
    var known = Arrays.asList(server.split(",", -1));
    return Arrays.stream(client.split(",", -1)).filter(known::contains).findFirst();
  }

  private static String md5(String... lists) {
    byte[] text = String.join(";", lists).getBytes(StandardCharsets.ISO_8859_1);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks MD5", e);
    }
  }
}
