package io.aegispcap.capture.file;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Opens captures: pcap and pcapng, plain or in gzip or zstd, as files, named pipes and streams.
/// What a capture is, is told by its bytes and never by its name.
public final class Captures {
  private static final int MAX_CAPTURES = 65_536;
  private static final String STANDARD_INPUT = "-";

  /// Bytes that the buffers of captures read at once have together, one of each.
  private static final int TOGETHER = 1 << 25;

  private static final int SMALLEST_BUFFER = 4096;

  private Captures() {}

  /// Opens a file or named pipe.
  ///
  /// @throws MalformedCaptureException when it holds no capture
  /// @throws IOException when it cannot be read
  public static CaptureFile open(Path file, ReadOptions options) throws IOException {
    return open(file, file.toString(), options);
  }

  /// Opens a file or named pipe.
  ///
  /// @param name what to call it in messages
  /// @throws MalformedCaptureException when it holds no capture
  /// @throws IOException when it cannot be read
  public static CaptureFile open(Path file, String name, ReadOptions options) throws IOException {
    return new CaptureOpener(name, 0, options).open(file);
  }

  /// Opens a stream, which is closed with the capture.
  ///
  /// @param name what to call it in messages
  /// @throws MalformedCaptureException when it holds no capture
  /// @throws IOException when it cannot be read
  public static CaptureFile open(String name, ReadableByteChannel stream, ReadOptions options)
      throws IOException {
    return new CaptureOpener(name, 0, options).open(stream);
  }

  /// Opens captures as a command line names them, merged in time order; frames of equal time follow
  /// the order of the captures. Each capture is read in its own order, so that frames come in time
  /// order as far as each capture is.
  ///
  /// @param names files; "-" is standard input
  /// @param standardInput closed with the captures if one of them is "-"
  /// @throws MalformedCaptureException when one of them holds no capture
  /// @throws IOException when one of them cannot be read
  public static CaptureFile open(
      List<String> names, ReadableByteChannel standardInput, ReadOptions options)
      throws IOException {
    if (names.isEmpty() || names.size() > MAX_CAPTURES) {
      throw new IllegalArgumentException("1 to " + MAX_CAPTURES + " captures, not " + names.size());
    }
    if (names.stream().filter(STANDARD_INPUT::equals).count() > 1) {
      throw new IOException("-: standard input can be read only once");
    }
    ReadOptions share = shared(options, names.size());
    List<CaptureFile> opened = new ArrayList<>();
    boolean done = false;
    try {
      for (int i = 0; i < names.size(); i++) {
        opened.add(open(names.get(i), i, standardInput, share));
      }
      CaptureFile all = opened.size() == 1 ? opened.getFirst() : new MergedCaptures(opened);
      done = true;
      return all;
    } finally {
      if (!done) {
        MergedCaptures.close(opened);
      }
    }
  }

  /// All captures are open while they are merged: a thousand of them with buffers of a megabyte
  /// each would take more memory than there is.
  static ReadOptions shared(ReadOptions options, int captures) {
    int bytes = Math.max(SMALLEST_BUFFER, TOGETHER / captures);
    return options.withBuffers(Math.min(options.bufferBytes(), bytes));
  }

  private static CaptureFile open(
      String name, int capture, ReadableByteChannel standardInput, ReadOptions options)
      throws IOException {
    return STANDARD_INPUT.equals(name)
        ? new CaptureOpener("standard input", capture, options).open(standardInput)
        : new CaptureOpener(name, capture, options).open(Path.of(name));
  }
}
