package io.aegispcap.cage;

import io.aegispcap.cage.kernel.NativeCalls;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/// Writes to a descriptor by its number.
final class PipeOutput extends OutputStream {
  private static final int BUFFER = 1 << 16;

  private final NativeCalls calls;
  private final int descriptor;
  private final MemorySegment buffer = Arena.global().allocate(BUFFER);

  PipeOutput(NativeCalls calls, int descriptor) {
    this.calls = calls;
    this.descriptor = descriptor;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, source.length);
    int done = 0;
    while (done < length) {
      int count = Math.min(length - done, BUFFER);
      MemorySegment.copy(source, offset + done, buffer, ValueLayout.JAVA_BYTE, 0, count);
      done += calls.write(descriptor, buffer, count);
    }
  }
}
