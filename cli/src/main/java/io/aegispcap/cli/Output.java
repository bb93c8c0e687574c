package io.aegispcap.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// A stream to a file that appears under its name when it is complete, and not before. Standard
/// output, devices and named pipes are written directly.
final class Output implements Closeable {
  private static final int BUFFER = 1 << 20;
  private static final String PART = "part";

  private final String target;
  private final OutputStream stream;
  private final Optional<Unfinished> unfinished;

  private Output(String target, OutputStream stream, Optional<Unfinished> unfinished) {
    this.target = target;
    this.stream = new Named(target, new BufferedOutputStream(stream, BUFFER));
    this.unfinished = unfinished;
  }

  /// @param target a file; "-" is standard output
  static Output to(String target, Console console) throws IOException {
    if (target.equals("-")) {
      return new Output("standard output", console.out(), Optional.empty());
    }
    Path path = Path.of(target);
    if (special(path)) {
      return new Output(target, new FileOutputStream(target), Optional.empty());
    }
    Unfinished unfinished = Unfinished.beside(path);
    boolean opened = false;
    try {
      OutputStream file = new FileOutputStream(unfinished.file(PART).toFile());
      opened = true;
      return new Output(target, file, Optional.of(unfinished));
    } finally {
      if (!opened) {
        unfinished.close();
      }
    }
  }

  /// Whether it exists and can't be replaced: a device or named pipe.
  static boolean special(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path);
  }

  OutputStream stream() {
    return stream;
  }

  /// Completes the file and gives it its name.
  void finish() throws IOException {
    stream.flush();
    if (unfinished.isPresent()) {
      stream.close();
      move(unfinished.get().file(PART), Path.of(target));
    }
  }

  static void move(Path file, Path target) throws IOException {
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    if (unfinished.isPresent()) {
      try (Unfinished folder = unfinished.get()) {
        stream.close();
      }
    }
  }

  /// Says which output could not be written.
  private static final class Named extends OutputStream {
    private final String name;
    private final OutputStream stream;
    private boolean failed;

    Named(String name, OutputStream stream) {
      this.name = name;
      this.stream = stream;
    }

    private interface Writing {
      void run() throws IOException;
    }

    private void named(Writing writing) throws IOException {
      try {
        writing.run();
      } catch (IOException e) {
        failed = true;
        throw new IOException(name + ": cannot be written: " + e.getMessage(), e);
      }
    }

    @Override
    public void write(int b) throws IOException {
      named(() -> stream.write(b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      named(() -> stream.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
      named(stream::flush);
    }

    /// After a failure nothing is left to be told.
    @Override
    public void close() throws IOException {
      if (!failed) {
        named(stream::close);
      }
    }
  }
}
