package io.aegispcap.extension.pack;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Inflates into a bounded space.
final class Inflation {
  private Inflation() {}

  /// Whether the packed bytes are one complete deflate stream, and fill the content exactly.
  static boolean exactly(byte[] packed, int offset, int length, byte[] content) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed, offset, length);
      int filled = 0;
      while (filled < content.length) {
        int more = inflater.inflate(content, filled, content.length - filled);
        if (more == 0) {
          return false;
        }
        filled += more;
      }
      boolean nothingMore = inflater.finished() || inflater.inflate(new byte[1]) == 0;
      return nothingMore && inflater.finished() && inflater.getRemaining() == 0;
    } catch (DataFormatException _) {
      return false;
    } finally {
      inflater.end();
    }
  }
}
