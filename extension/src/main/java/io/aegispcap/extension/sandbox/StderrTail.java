package io.aegispcap.extension.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads a process's standard error to its end, and keeps the last of it.
final class StderrTail implements Runnable {
  private static final int KEPT = 4096;

  private final InputStream in;
  private final byte[] ring = new byte[KEPT];
  private long seen;

  StderrTail(InputStream in) {
    this.in = in;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[KEPT];
    try {
      int read = in.read(buffer);
      while (read >= 0) {
        keep(buffer, read);
        read = in.read(buffer);
      }
    } catch (IOException e) {
      keep("\n(standard error could not be read)".getBytes(StandardCharsets.UTF_8), 35);
    }
  }

  private synchronized void keep(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      ring[(int) (seen++ % KEPT)] = bytes[i];
    }
  }

  /// The last lines; control characters are left out.
  synchronized List<String> lines() {
    int length = (int) Math.min(seen, KEPT);
    byte[] last = new byte[length];
    for (int i = 0; i < length; i++) {
      last[i] = ring[(int) ((seen - length + i) % KEPT)];
    }
    return new String(last, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
