package io.aegispcap.cli.stix;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Where documents and rows come from, and answers go to.
record Streams(InputStream in, OutputStream out) {

  /// A file's bytes; `-` is standard input.
  InputStream open(String file) throws IOException {
    if (file.equals("-")) {
      return in;
    }
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      throw new IOException(file + ": is a directory, not a document");
    }
    try {
      return Files.newInputStream(path);
    } catch (NoSuchFileException missing) {
      throw new IOException(file + ": there is no such file", missing);
    }
  }
}
