package io.aegispcap.capture.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/// A stream that knows how many bytes have been read from it.
final class CountedChannel implements ReadableByteChannel {
  private final ReadableByteChannel stream;
  private long count;

  CountedChannel(ReadableByteChannel stream) {
    this.stream = stream;
  }

  long count() {
    return count;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int read = stream.read(target);
    count += Math.max(read, 0);
    return read;
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
