package io.aegispcap.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the enhanced packet blocks of Ethernet interfaces from pcapng files.
///
/// Source: draft-ietf-opsawg-pcapng.
final class PcapngSource {
  private static final int SECTION = 0x0a0d0d0a;
  private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
  private static final int INTERFACE = 1;
  private static final int ENHANCED_PACKET = 6;
  private static final int TIME_RESOLUTION = 9;
  private static final long LATEST_MICROS = 1L << 53;

  private final ByteBuffer file;
  private final PacketList packets;
  private final List<Interface> interfaces = new ArrayList<>();

  private record Interface(boolean ethernet, double ticksPerMicro) {}

  private PcapngSource(byte[] bytes) {
    file = ByteBuffer.wrap(bytes);
    packets = new PacketList(bytes);
  }

  /// The packets, or nothing when the file is of another format or has no Ethernet packet. Reading
  /// ends at the first block that is cut short.
  static Optional<PacketList> read(byte[] bytes) {
    PcapngSource source = new PcapngSource(bytes);
    if (bytes.length < 28 || source.file.getInt(0) != SECTION) {
      return Optional.empty();
    }
    source.blocks();
    return Optional.of(source.packets).filter(found -> found.size() > 0);
  }

  private void blocks() {
    int at = 0;
    while (at + 12 <= file.limit()) {
      if (file.getInt(at) == SECTION) {
        section(at);
      }
      int length = file.getInt(at + 4);
      if (length < 12 || length > file.limit() - at) {
        return;
      }
      block(file.getInt(at), at, at + length - 4);
      at += (length + 3) & ~3;
    }
  }

  private void section(int at) {
    boolean big = file.order(ByteOrder.BIG_ENDIAN).getInt(at + 8) == BYTE_ORDER_MAGIC;
    file.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    interfaces.clear();
  }

  private void block(int type, int at, int end) {
    if (type == INTERFACE && end - at >= 16) {
      boolean ethernet = (file.getShort(at + 8) & 0xffff) == 1;
      interfaces.add(new Interface(ethernet, ticksPerMicro(at + 16, end)));
    } else if (type == ENHANCED_PACKET && end - at >= 28) {
      packet(at, end);
    }
  }

  private double ticksPerMicro(int options, int end) {
    int at = options;
    while (at + 4 <= end) {
      int length = file.getShort(at + 2) & 0xffff;
      if (file.getShort(at) == TIME_RESOLUTION && length == 1 && at + 4 < end) {
        int resolution = file.get(at + 4);
        int base = resolution < 0 ? 2 : 10;
        return Math.pow(base, resolution & 0x7f) / 1e6;
      }
      at += 4 + ((length + 3) & ~3);
    }
    return 1;
  }

  private void packet(int at, int end) {
    int index = file.getInt(at + 8);
    int length = file.getInt(at + 20);
    boolean known = index >= 0 && index < interfaces.size() && interfaces.get(index).ethernet();
    if (!known || length < 0 || length > end - (at + 28)) {
      return;
    }
    long high = Integer.toUnsignedLong(file.getInt(at + 12));
    long ticks = high << 32 | Integer.toUnsignedLong(file.getInt(at + 16));
    long micros = Math.round(ticks / interfaces.get(index).ticksPerMicro());
    packets.add(Math.clamp(micros, 0, LATEST_MICROS), at + 28, length, file.getInt(at + 24));
  }
}
