package io.aegispcap.platform.alerts.proof;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A capture of some packets, in a folder of its own that goes when this is closed.
public final class Slice implements Closeable {
  private final Path folder;
  private final Path file;

  Slice() throws IOException {
    folder = Files.createTempDirectory("aegis-slice-");
    file = folder.resolve("slice");
  }

  Path file() {
    return file;
  }

  /// Bytes.
  public long size() throws IOException {
    return Files.size(file);
  }

  public void writeTo(OutputStream out) throws IOException {
    Files.copy(file, out);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    Files.delete(folder);
  }
}
