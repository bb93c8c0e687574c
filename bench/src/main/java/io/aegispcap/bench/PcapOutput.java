package io.aegispcap.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes a classic pcap file of Ethernet frames with times in microseconds.
final class PcapOutput implements AutoCloseable {
  private static final int BUFFER = 1 << 20;
  private static final int PACKET_HEADER = 16;

  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private long written;

  PcapOutput(Path file) throws IOException {
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    buffer.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
    buffer.putLong(0).putInt(FrameRewriter.LARGEST).putInt(1);
  }

  void write(long micros, byte[] frame, int length, int original) throws IOException {
    if (buffer.remaining() < PACKET_HEADER + length) {
      drain();
    }
    buffer.putInt((int) (micros / 1_000_000)).putInt((int) (micros % 1_000_000));
    buffer.putInt(length).putInt(original).put(frame, 0, length);
  }

  private void drain() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      written += channel.write(buffer);
    }
    buffer.clear();
  }

  /// Bytes of the file so far.
  long size() {
    return written + buffer.position();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      drain();
    }
  }
}
