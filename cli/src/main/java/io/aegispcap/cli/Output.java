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
  private final boolean own;
  private final Optional<Unfinished> unfinished;

  /// @param own whether the stream is to be closed with this
  private Output(String target, OutputStream stream, boolean own, Optional<Unfinished> unfinished) {
    this.target = target;
    this.stream = new Named(target, new BufferedOutputStream(stream, BUFFER));
    this.own = own;
    this.unfinished = unfinished;
  }

  /// @param target a file; "-" is standard output
  static Output to(String target, Console console) throws IOException {
    if (target.equals("-")) {
      return new Output("standard output", console.out(), false, Optional.empty());
    }
    Path path = Path.of(target);
    if (special(path)) {
      return straightTo(path, target);
    }
    Unfinished unfinished = Unfinished.beside(path);
    boolean opened = false;
    try {
      OutputStream file = new FileOutputStream(unfinished.file(PART).toFile());
      opened = true;
      return new Output(target, file, true, Optional.of(unfinished));
    } finally {
      if (!opened) {
        unfinished.close();
      }
    }
  }

  /// What there is to write.
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /// Writes all of it.
  static void write(String target, Console console, Writing writing) throws IOException {
    try (Output output = to(target, console)) {
      writing.to(output.stream());
      output.finish();
    }
  }

  /// To a file that is written directly, since it goes with the folder it lies in or is special.
  ///
  /// @param name what to call it in messages
  static Output straightTo(Path file, String name) throws IOException {
    return new Output(name, new FileOutputStream(file.toFile()), true, Optional.empty());
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
    if (own) {
      stream.close();
    }
    if (unfinished.isPresent()) {
      move(unfinished.get().file(PART), Path.of(target));
    }
  }

  static void move(Path file, Path target) throws IOException {
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    try {
      if (own) {
        stream.close();
      }
    } finally {
      unfinished.ifPresent(Unfinished::close);
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

    private interface Attempt {
      void run() throws IOException;
    }

    private void named(Attempt writing) throws IOException {
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
