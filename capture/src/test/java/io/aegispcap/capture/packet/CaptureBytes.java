package io.aegispcap.capture.packet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// A plain reader of whole pcap and pcapng files for decoder tests. It stops at what it can't read.
final class CaptureBytes {
  private static final int NO_LINK_TYPE = 147;

  private final ByteBuffer bytes;
  private final Window window;
  private final List<Integer> interfaces = new ArrayList<>();
  private final List<Integer> snapLengths = new ArrayList<>();
  private boolean next;
  private boolean modified;
  private boolean nanos;
  private long number;

  private CaptureBytes(byte[] content) {
    bytes = ByteBuffer.wrap(content);
    window = new Window(content, () -> {});
  }

  static Optional<CaptureBytes> open(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    if (content.length > 2 && content[0] == 0x1f && (content[1] & 0xff) == 0x8b) {
      try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        content = in.readAllBytes();
      }
    }
    CaptureBytes capture = new CaptureBytes(content);
    return capture.header() ? Optional.of(capture) : Optional.empty();
  }

  private boolean header() {
    if (bytes.limit() < 24) {
      return false;
    }
    int magic = bytes.getInt(0);
    if (magic == 0x0a0d0d0a) {
      next = true;
      return true;
    }
    int big = magic;
    if (!pcap(big)) {
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      big = bytes.getInt(0);
    }
    if (!pcap(big)) {
      return false;
    }
    modified = big == 0xa1b2cd34;
    nanos = big == 0xa1b23c4d;
    interfaces.add(bytes.getInt(20) & 0xffff);
    bytes.position(24);
    return true;
  }

  private static boolean pcap(int magic) {
    return magic == 0xa1b2c3d4 || magic == 0xa1b23c4d || magic == 0xa1b2cd34;
  }

  boolean next(Packet packet) {
    return next ? nextBlock(packet) : nextRecord(packet);
  }

  private boolean nextRecord(Packet packet) {
    int header = modified ? 24 : 16;
    int at = bytes.position();
    if (bytes.remaining() < header) {
      return false;
    }
    int captured = bytes.getInt(at + 8);
    if (captured < 0 || captured > bytes.remaining() - header) {
      return false;
    }
    long fraction = bytes.getInt(at + 4) & 0xffff_ffffL;
    long time =
        (bytes.getInt(at) & 0xffff_ffffL) * 1_000_000_000 + (nanos ? fraction : fraction * 1000);
    frame(packet, at + header, captured, bytes.getInt(at + 12), time, interfaces.getFirst());
    bytes.position(at + header + captured);
    return true;
  }

  private void frame(Packet packet, int at, int captured, int original, long time, int linkType) {
    packet.frame(window, at, captured, Math.max(original, captured), time, linkType, 0, ++number);
  }

  private boolean nextBlock(Packet packet) {
    while (bytes.remaining() >= 12) {
      int at = bytes.position();
      if (bytes.getInt(at) == 0x0a0d0d0a) {
        section(at);
      }
      int type = bytes.getInt(at);
      int length = bytes.getInt(at + 4);
      if (length < 12 || length > bytes.remaining()) {
        return false;
      }
      bytes.position(at + length);
      if (type == 1) {
        interfaces.add(bytes.getShort(at + 8) & 0xffff);
        snapLengths.add(bytes.getInt(at + 12));
      } else if (block(packet, at, type)) {
        return true;
      }
    }
    return false;
  }

  private void section(int at) {
    bytes.order(ByteOrder.BIG_ENDIAN);
    if (bytes.getInt(at + 8) != 0x1a2b3c4d) {
      bytes.order(ByteOrder.LITTLE_ENDIAN);
    }
    interfaces.clear();
    snapLengths.clear();
  }

  private boolean block(Packet packet, int at, int type) {
    if (type == 3) {
      int original = bytes.getInt(at + 8);
      int snap = snapLengths.getFirst();
      int captured = snap == 0 ? original : Math.min(original, snap);
      frame(packet, at + 12, captured, original, 0, interfaces.getFirst());
      return true;
    }
    if (type == 0xbad || type == 0x40000bad) {
      frame(packet, at, 0, 0, 0, NO_LINK_TYPE); // tshark counts custom blocks as frames
      return true;
    }
    if (type != 6 && type != 2) {
      return false;
    }
    int index = type == 6 ? bytes.getInt(at + 8) : bytes.getShort(at + 8);
    if (index < 0 || index >= interfaces.size()) {
      return false;
    }
    long high = (long) bytes.getInt(at + 12) << 32;
    long time = (high | (bytes.getInt(at + 16) & 0xffff_ffffL)) * 1000;
    int captured = bytes.getInt(at + 20);
    frame(packet, at + 28, captured, bytes.getInt(at + 24), time, interfaces.get(index));
    return true;
  }
}
