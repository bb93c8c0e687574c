package io.aegispcap.capture.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/// The compressed side of a decompressor: what has been read and not been used, and what there is
/// to say when it is cut or damaged.
final class CompressedInput implements Closeable {
  private final String format;
  private final ReadableByteChannel channel;
  private final ByteBuffer bytes;
  private final Findings findings;
  private long count;

  /// @param format what messages call it
  /// @param bytes empty, as large as what is read at a time
  CompressedInput(String format, ReadableByteChannel channel, ByteBuffer bytes, Findings findings) {
    this.format = format;
    this.channel = channel;
    this.bytes = bytes.limit(0);
    this.findings = findings;
  }

  /// What has been read and not been used.
  ByteBuffer bytes() {
    return bytes;
  }

  /// Reads more behind what is there.
  ///
  /// @return false at the end
  boolean more() throws IOException {
    bytes.compact();
    int read = channel.read(bytes);
    bytes.flip();
    count += Math.max(read, 0);
    return read >= 0;
  }

  /// @param output how many decompressed bytes came before
  void cut(long output) {
    findings.note(
        output, "the " + format + " data is cut short; what lies before the cut was read");
  }

  /// An error, unless reading is lenient.
  void damaged(long output, String what, String advice) throws MalformedCaptureException {
    long near = count - bytes.remaining();
    findings.tolerate(
        output, "%s near byte %d of the %s file: %s".formatted(what, near, format, advice));
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
