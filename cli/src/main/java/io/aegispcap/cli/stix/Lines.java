package io.aegispcap.cli.stix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines of a stream, as many at once as are there without waiting for more.
final class Lines {

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST = 64 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;

  Lines(InputStream in) {
    this.in = in;
  }

  /// Waits for one line, and takes those that came with it; empty when there are no more. Lines
  /// that are too long are cut.
  List<byte[]> next() throws IOException {
    List<byte[]> lines = new ArrayList<>();
    for (byte[] line = line(); line != null; line = hasWhole() ? line() : null) {
      lines.add(line);
    }
    return lines;
  }

  private byte @Nullable [] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (at < end || fill()) {
      int stop = newline();
      line.write(buffer, at, Math.min(stop - at, LONGEST - line.size()));
      at = stop;
      if (at < end) {
        at++;
        return line.toByteArray();
      }
    }
    return line.size() == 0 ? null : line.toByteArray();
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private boolean hasWhole() {
    return newline() < end;
  }

  private int newline() {
    int stop = at;
    while (stop < end && buffer[stop] != '\n') {
      stop++;
    }
    return stop;
  }
}
