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
import java.util.ArrayList;
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
    return guarded(file, () -> Files.isRegularFile(path) ? regular(file) : streamed(file));
  }

  CaptureFile open(ReadableByteChannel stream) throws IOException {
    return guarded(stream, () -> streamed(stream));
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
      return streamed(file);
    }
    if (!options.mapped()) {
      return records(head, new StreamBytes(file, options.bufferBytes()), plain(file));
    }
    return records(head, new MappedBytes(file, options.windowBytes()), plain(file));
  }

  private static Origin plain(FileChannel file) throws IOException {
    return new Origin.Plain(file.size());
  }

  private CaptureFile streamed(ReadableByteChannel stream) throws IOException {
    CountedChannel counted = new CountedChannel(stream);
    List<Compression> layers = new ArrayList<>();
    ReadableByteChannel plain = counted;
    Head head = Head.read(plain);
    plain = head.followedBy(plain);
    for (Optional<Compression> next = Compression.of(head);
        next.isPresent();
        next = Compression.of(head)) {
      layers.add(layer(layers, next.get()));
      plain = new ExpansionGuard(next.get().open(plain, findings), counted, findings, options);
      head = Head.read(plain);
      plain = head.followedBy(plain);
    }
    ByteSource bytes = new StreamBytes(plain, options.bufferBytes());
    return records(head, bytes, new Origin.Streamed(counted, layers));
  }

  private Compression layer(List<Compression> layers, Compression next)
      throws MalformedCaptureException {
    if (layers.size() == MAX_LAYERS) {
      throw findings.malformed(0, "this is compressed more than twice: decompress it first");
    }
    return next;
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
