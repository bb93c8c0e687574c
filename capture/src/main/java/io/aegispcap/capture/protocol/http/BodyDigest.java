package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Digests the bodies of one side, one after another. Bytes after a gap or beyond
/// [HttpProtocol#MAX_HASHED_BODY] are left out and the result says so.
final class BodyDigest {
  private final MessageDigest md5 = digest("MD5");
  private final MessageDigest sha1 = digest("SHA-1");
  private final MessageDigest sha256 = digest("SHA-256");
  private final byte[] head = new byte[MagicType.HEAD];
  private long hashed;
  private boolean broken;

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }

  void add(Bytes data, int from, int length) {
    if (broken) {
      return;
    }
    int wanted = (int) Math.min(length, HttpProtocol.MAX_HASHED_BODY - hashed);
    broken = wanted < length;
    if (hashed < head.length) {
      data.copyTo(from, head, (int) hashed, (int) Math.min(wanted, head.length - hashed));
    }
    int at = data.start() + from;
    md5.update(data.array(), at, wanted);
    sha1.update(data.array(), at, wanted);
    sha256.update(data.array(), at, wanted);
    hashed += wanted;
  }

  void lose() {
    broken = true;
  }

  /// The digests of what was added since the last call.
  ///
  /// @param whole whether the body ended where it should
  BodyHash finish(boolean whole) {
    HexFormat hex = HexFormat.of();
    BodyHash result =
        new BodyHash(
            hex.formatHex(md5.digest()),
            hex.formatHex(sha1.digest()),
            hex.formatHex(sha256.digest()),
            whole && !broken,
            hashed,
            MagicType.of(head, (int) Math.min(hashed, head.length)));
    hashed = 0;
    broken = false;
    return result;
  }
}
