package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Digests the bodies of one side, one after another. Bytes after a gap or beyond
/// [HttpProtocol#MAX_HASHED_BODY] are left out and the result says so.
final class BodyDigest {
  private static final int BLOCK = 4096;

  private final MessageDigest md5 = digest("MD5");
  private final MessageDigest sha1 = digest("SHA-1");
  private final MessageDigest sha256 = digest("SHA-256");
  private final byte[] block = new byte[BLOCK];
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
    for (int done = 0; done < wanted; done += BLOCK) {
      int size = Math.min(BLOCK, wanted - done);
      data.copyTo(from + done, block, 0, size);
      keepHead(size);
      md5.update(block, 0, size);
      sha1.update(block, 0, size);
      sha256.update(block, 0, size);
      hashed += size;
    }
  }

  private void keepHead(int size) {
    if (hashed < head.length) {
      System.arraycopy(block, 0, head, (int) hashed, (int) Math.min(size, head.length - hashed));
    }
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
