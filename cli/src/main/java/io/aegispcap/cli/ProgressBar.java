package io.aegispcap.cli;

import io.aegispcap.analysis.pipeline.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/// One line on a terminal that says how far the work is, how fast, and how long it will take; wiped
/// when it is closed. It appears only when the work takes longer than half a second.
final class ProgressBar implements Progress, Closeable {
  private static final long FIRST = 500_000_000L;
  private static final long AGAIN = 200_000_000L;
  private static final int WIDTH = 24;

  private final PrintWriter err;
  private final LongSupplier nanoTime;
  private final long start;
  private final long total;
  private long next;
  private boolean drawn;

  /// @param total bytes of all captures; 0 when they can't be known beforehand
  ProgressBar(PrintWriter err, LongSupplier nanoTime, long total) {
    this.err = err;
    this.nanoTime = nanoTime;
    this.total = total;
    start = nanoTime.getAsLong();
    next = FIRST;
  }

  /// Bytes that reading will go through; 0 when that is not known: streams.
  static long total(List<String> captures) throws IOException {
    long total = 0;
    for (String capture : captures) {
      Path path = Path.of(capture);
      if (capture.equals("-") || !Files.isRegularFile(path)) {
        return 0;
      }
      total += Files.size(path);
    }
    return total;
  }

  @Override
  public void advanced(long packets, long bytes) {
    long elapsed = nanoTime.getAsLong() - start;
    if (elapsed >= next) {
      next = elapsed + AGAIN;
      drawn = true;
      err.print("\r\u001b[K" + line(packets, bytes, elapsed));
      err.flush();
    }
  }

  private String line(long packets, long bytes, long elapsed) {
    String rate = String.format(Locale.ROOT, "%.2f M packets/s", packets * 1e3 / elapsed);
    if (total == 0) {
      return String.format(Locale.ROOT, "%,d packets, %s", packets, rate);
    }
    double done = Math.min(1, bytes / (double) total);
    int filled = (int) (done * WIDTH);
    double left = elapsed / 1e9 * (1 - done) / Math.max(done, 1e-9);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%  %s  %.0f s left",
        "#".repeat(filled),
        "-".repeat(WIDTH - filled),
        done * 100,
        rate,
        Math.ceil(left));
  }

  @Override
  public void close() {
    if (drawn) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
