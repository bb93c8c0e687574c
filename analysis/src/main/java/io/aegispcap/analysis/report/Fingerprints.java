package io.aegispcap.analysis.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// SHA-256 of captures: of files on a thread of its own while they are analysed, of standard input
/// while it is read. Named pipes can be read only once, by the analysis: they get none.
final class Fingerprints implements Closeable {
  private static final int BUFFER = 1 << 20;
  private static final String STANDARD_INPUT = "-";

  private final List<String> names;
  private final MessageDigest streamDigest = sha256();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("sha-256").daemon().factory());
  private final List<Future<Optional<String>>> digests = new ArrayList<>();

  Fingerprints(List<String> names) {
    this.names = List.copyOf(names);
  }

  /// Begins with files that are regular ones.
  void begin() {
    for (String name : names) {
      if (!STANDARD_INPUT.equals(name)) {
        digests.add(thread.submit(() -> file(Path.of(name))));
      }
    }
  }

  private static Optional<String> file(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    MessageDigest digest = sha256();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    try (FileChannel channel = FileChannel.open(file)) {
      while (channel.read(buffer) >= 0) {
        digest.update(buffer.flip());
        buffer.clear();
      }
    }
    return Optional.of(HexFormat.of().formatHex(digest.digest()));
  }

  /// The same stream; what is read from it is digested.
  ReadableByteChannel watch(ReadableByteChannel stream) {
    return new Watched(stream, streamDigest);
  }

  /// By capture; waits for those not done yet. To be called when all streams have been read.
  List<Optional<String>> all() throws IOException {
    List<Optional<String>> all = new ArrayList<>();
    int next = 0;
    for (String name : names) {
      all.add(
          STANDARD_INPUT.equals(name)
              ? Optional.of(HexFormat.of().formatHex(streamDigest.digest()))
              : await(digests.get(next++)));
    }
    return all;
  }

  private static Optional<String> await(Future<Optional<String>> digest) throws IOException {
    try {
      return digest.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      throw new IllegalStateException(e);
    }
  }

  /// One digest that names all captures in their order; alert ids depend on it.
  static String joint(List<Optional<String>> digests) {
    MessageDigest joint = sha256();
    for (Optional<String> digest : digests) {
      joint.update(HexFormat.of().parseHex(digest.orElse("00")));
    }
    return HexFormat.of().formatHex(joint.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private record Watched(ReadableByteChannel stream, MessageDigest digest)
      implements ReadableByteChannel {
    @Override
    public int read(ByteBuffer target) throws IOException {
      ByteBuffer seen = target.duplicate();
      int count = stream.read(target);
      if (count > 0) {
        digest.update(seen.limit(seen.position() + count));
      }
      return count;
    }

    @Override
    public boolean isOpen() {
      return stream.isOpen();
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
