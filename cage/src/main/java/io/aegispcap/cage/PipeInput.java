package io.aegispcap.cage;

import io.aegispcap.cage.kernel.NativeCalls;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/// Reads from a descriptor by its number.
final class PipeInput extends InputStream {
  private static final int BUFFER = 1 << 16;

  private final NativeCalls calls;
  private final int descriptor;
  private final MemorySegment buffer = Arena.global().allocate(BUFFER);
  private int position;
  private int filled;

  PipeInput(NativeCalls calls, int descriptor) {
    this.calls = calls;
    this.descriptor = descriptor;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (position == filled) {
      filled = calls.read(descriptor, buffer, BUFFER);
      position = 0;
    }
    if (filled == 0) {
      return -1;
    }
    int count = Math.min(length, filled - position);
    MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, position, target, offset, count);
    position += count;
    return count;
  }
}
