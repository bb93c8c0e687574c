package io.aegispcap.platform.captures.upload;

import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.MalformedCaptureException;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.platform.captures.CaptureProblem;
import io.aegispcap.platform.web.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;

/// Tells by a file's first bytes whether it is a capture, compressed or not.
final class FirstBytes {
  /// So many are enough: a block of zstd, the largest piece that something comes out of, has up to
  /// 128 KiB.
  static final int ENOUGH = 256 * 1024;

  private FirstBytes() {}

  /// @param name what to call the file in the refusal
  /// @param start its first [#ENOUGH] bytes, or all of a smaller one; not closed
  /// @throws ProblemException when it is none
  static void check(String name, InputStream start) throws IOException {
    try (Closeable _ = Captures.open(name, Channels.newChannel(start), ReadOptions.DEFAULT)) {
      // Opening is what tells.
    } catch (MalformedCaptureException malformed) {
      throw new ProblemException(
          CaptureProblem.NOT_A_CAPTURE, "%s: %s.".formatted(name, malformed.reason()));
    }
  }
}
