package io.aegispcap.capture.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds out what lies in one file or stream and opens the reader for it.
final class CaptureOpener {
  private static final int MAX_LAYERS = 2;

  private final ReadOptions options;
  private final Findings findings;
  private final int capture;

  /// @param name what to call the capture in messages
  /// @param capture its index in the run
  CaptureOpener(String name, int capture, ReadOptions options) {
    this.options = options;
    this.findings = new Findings(name, options.lenient());
    this.capture = capture;
  }

  CaptureFile open(Path path) throws IOException {
    FileChannel file = channel(path);
    return guarded(file, () -> Files.isRegularFile(path) ? regular(file) : streamed(file, 0));
  }

  CaptureFile open(ReadableByteChannel stream) throws IOException {
    return guarded(stream, () -> streamed(stream, 0));
  }

  private FileChannel channel(Path path) throws IOException {
    String name = findings.file();
    if (Files.isDirectory(path)) {
      throw new FileSystemException(name, null, "is a directory: name the captures in it");
    }
    try {
      return FileChannel.open(path);
    } catch (NoSuchFileException e) {
      throw withCause(new NoSuchFileException(name, null, "there is no such file"), e);
    } catch (AccessDeniedException e) {
      throw withCause(new AccessDeniedException(name, null, "you may not read this file"), e);
    }
  }

  private static IOException withCause(IOException clear, IOException cause) {
    clear.initCause(cause);
    return clear;
  }

  private CaptureFile regular(FileChannel file) throws IOException {
    Head head = Head.read(file);
    file.position(0);
    if (Compression.of(head).isPresent()) {
      return streamed(file, file.size());
    }
    ByteSource bytes = new ByteSource(file, options.bufferBytes());
    Origin origin = new Origin.Plain(file.size());
    return guarded(bytes, () -> records(head, bytes, origin));
  }

  private CaptureFile streamed(ReadableByteChannel stream, long length) throws IOException {
    CountedChannel counted = new CountedChannel(stream);
    return unwrapped(counted, new Origin.Streamed(counted, length, List.of()));
  }

  /// Reads through one compression after the other until something else comes.
  private CaptureFile unwrapped(ReadableByteChannel stream, Origin.Streamed origin)
      throws IOException {
    Head head = Head.read(stream);
    if (head.length() == 0 && !origin.layers().isEmpty()) {
      String label = origin.layers().getLast().label();
      throw findings.malformed(
          0, "nothing comes out of the " + label + " data: it is empty or cut");
    }
    ReadableByteChannel whole = head.followedBy(stream);
    Optional<Compression> compression = Compression.of(head);
    if (compression.isPresent()) {
      return decompressed(whole, compression.get(), origin);
    }
    ByteSource bytes = new ByteSource(whole, options.bufferBytes());
    return guarded(bytes, () -> records(head, bytes, origin));
  }

  private CaptureFile decompressed(
      ReadableByteChannel stream, Compression compression, Origin.Streamed origin)
      throws IOException {
    if (origin.layers().size() == MAX_LAYERS) {
      throw findings.malformed(0, "this is compressed more than twice: decompress it first");
    }
    ReadableByteChannel plain = compression.open(stream, findings);
    ReadableByteChannel guard = new ExpansionGuard(plain, origin.stream(), findings, options);
    return guarded(guard, () -> unwrapped(guard, origin.in(compression)));
  }

  private CaptureFile records(Head head, ByteSource bytes, Origin origin) throws IOException {
    if (head.length() >= 4 && PcapHeader.recognises(head.magic())) {
      return capture(bytes, new PcapReader(bytes, findings, capture), origin);
    }
    if (head.length() >= 4 && head.magic() == PcapngReader.MAGIC) {
      return capture(bytes, new PcapngReader(bytes, findings, capture), origin);
    }
    throw findings.malformed(0, ForeignFormat.explain(head));
  }

  private CaptureFile capture(ByteSource bytes, RecordReader records, Origin origin) {
    return new SingleCapture(bytes, findings, records, origin);
  }

  /// Opens on, and closes what was opened already when that fails.
  private static CaptureFile guarded(Closeable opened, Opening opening) throws IOException {
    boolean done = false;
    try {
      CaptureFile capture = opening.open();
      done = true;
      return capture;
    } finally {
      if (!done) {
        opened.close();
      }
    }
  }

  private interface Opening {
    CaptureFile open() throws IOException;
  }
}
