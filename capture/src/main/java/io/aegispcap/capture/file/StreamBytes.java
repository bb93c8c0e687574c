package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Window;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/// A stream, read into native buffers. A buffer is filled as bytes come in; when it is full, the
/// record that it cuts moves to the start of the next one. A record larger than a buffer gets one
/// that grows with the bytes that really arrive, never with the length it states.
final class StreamBytes extends ByteSource {
  private static final int CHUNK = 256 << 10;

  private final ReadableByteChannel stream;
  private final BufferPool buffers;
  private boolean ended;

  StreamBytes(ReadableByteChannel stream, int bufferBytes) {
    this.stream = stream;
    this.buffers = new BufferPool(bufferBytes);
  }

  @Override
  boolean reach(long count) throws IOException {
    while (limit() - position() < count) {
      if (ended) {
        return false;
      }
      if (limit() == segment().byteSize()) {
        moveOn();
      }
      ended = !fill();
    }
    return true;
  }

  private void moveOn() {
    long carried = limit() - position();
    BufferPool.Buffer buffer = buffers.take(2 * carried);
    MemorySegment.copy(segment(), position(), buffer.segment(), 0, carried);
    Window window = new Window(buffer.segment(), () -> buffers.give(buffer));
    show(window, offset(), 0, carried);
  }

  private boolean fill() throws IOException {
    long room = Math.min(segment().byteSize() - limit(), CHUNK);
    ByteBuffer target = segment().asSlice(limit(), room).asByteBuffer();
    int read = stream.read(target);
    show(window(), offset() - position(), position(), limit() + Math.max(read, 0));
    return read >= 0;
  }

  @Override
  boolean pass(long count) throws IOException {
    long left = count;
    while (left > 0 && has(1)) {
      long step = Math.min(left, limit() - position());
      advance(step);
      left -= step;
    }
    return left == 0;
  }

  @Override
  long left() {
    return limit() - position();
  }

  @Override
  public void close() throws IOException {
    super.close();
    buffers.close();
    stream.close();
  }
}
