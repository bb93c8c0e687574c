package io.aegispcap.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// Reads classic pcap files of Ethernet frames.
final class PcapSource {
  private static final int MICROS = 0xa1b2c3d4;
  private static final int NANOS = 0xa1b23c4d;
  private static final int FILE_HEADER = 24;
  private static final int PACKET_HEADER = 16;
  private static final int LINK_TYPE_BITS = 0x0fff_ffff;

  private PcapSource() {}

  /// The packets, or nothing when the file is of another format or link type. A packet cut short at
  /// the end is left out.
  static Optional<PacketList> read(byte[] bytes) {
    if (bytes.length < FILE_HEADER) {
      return Optional.empty();
    }
    ByteBuffer file = ByteBuffer.wrap(bytes);
    if (!isMagic(file.getInt(0))) {
      file.order(ByteOrder.LITTLE_ENDIAN);
    }
    boolean ethernet = (file.getInt(20) & LINK_TYPE_BITS) == 1;
    return isMagic(file.getInt(0)) && ethernet ? Optional.of(packets(file)) : Optional.empty();
  }

  private static boolean isMagic(int value) {
    return value == MICROS || value == NANOS;
  }

  private static PacketList packets(ByteBuffer file) {
    int unit = file.getInt(0) == NANOS ? 1000 : 1;
    PacketList packets = new PacketList(file.array());
    int at = FILE_HEADER;
    while (at + PACKET_HEADER <= file.limit()) {
      int length = file.getInt(at + 8);
      int data = at + PACKET_HEADER;
      if (length < 0 || length > file.limit() - data) {
        break;
      }
      long seconds = Integer.toUnsignedLong(file.getInt(at));
      long micros = seconds * 1_000_000 + Integer.toUnsignedLong(file.getInt(at + 4)) / unit;
      packets.add(micros, data, length, file.getInt(at + 12));
      at = data + length;
    }
    return packets;
  }
}
