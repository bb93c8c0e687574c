package io.aegispcap.capture.protocol.ssh;

import io.aegispcap.capture.protocol.Accumulator;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import java.util.function.IntConsumer;

/// Tells encrypted packets apart whose length field is in clear.
final class PacketCutter {
  private static final int MAX_PACKET = 1 << 18;

  private final int tag;
  private final Accumulator header = new Accumulator(Sealing.LENGTH_FIELD);
  private int size;
  private int left;

  PacketCutter(Sealing sealing) {
    this.tag = sealing.tag();
  }

  /// @param packets takes the size of each packet that is complete
  void add(Bytes data, int from, IntConsumer packets) {
    int at = from;
    while (at < data.length()) {
      int available = data.length() - at;
      if (left == 0) {
        at += readHeader(data, at, available);
      } else {
        int taken = Math.min(left, available);
        left -= taken;
        at += taken;
        if (left == 0) {
          packets.accept(size);
        }
      }
    }
  }

  private int readHeader(Bytes data, int at, int available) {
    int taken = Math.min(Sealing.LENGTH_FIELD - header.length(), available);
    header.add(data, at, taken);
    if (header.length() == Sealing.LENGTH_FIELD) {
      long length = header.view().u32(0);
      if (length == 0 || length > MAX_PACKET) {
        throw new MalformedMessageException("SSH packet of " + length + " bytes");
      }
      left = (int) length + tag;
      size = Sealing.LENGTH_FIELD + left;
      header.drop(Sealing.LENGTH_FIELD);
    }
    return taken;
  }
}
