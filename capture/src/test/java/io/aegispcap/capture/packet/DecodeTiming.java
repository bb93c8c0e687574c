package io.aegispcap.capture.packet;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Times decoding alone over a little-endian pcap file that lies in memory, pass after pass. Run it
/// by hand: `java io.aegispcap.capture.packet.DecodeTiming FILE [PASSES]`.
final class DecodeTiming {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
  private static final int FILE_HEADER = 24;
  private static final int RECORD_HEADER = 16;

  private final MemorySegment file;
  private final Window window;
  private final PacketDecoder decoder = new PacketDecoder(DecodeOptions.DEFAULT);
  private final Packet packet = new Packet();
  private long packets;
  private long sum;

  private DecodeTiming(MemorySegment file) {
    this.file = file;
    this.window = new Window(file, () -> {});
  }

  public static void main(String[] arguments) throws IOException {
    int passes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
    try (Arena arena = Arena.ofShared();
        FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.READ)) {
      MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      DecodeTiming timing = new DecodeTiming(file);
      double walking = Double.MAX_VALUE;
      double decoding = Double.MAX_VALUE;
      for (int pass = 0; pass < passes; pass++) {
        walking = Math.min(walking, timing.pass(false));
        decoding = Math.min(decoding, timing.pass(true));
      }
      System.out.printf(
          "%d packets, best of %d: walk %.1f ns, walk and decode %.1f ns a packet (sum %d)%n",
          timing.packets, passes, walking, decoding, timing.sum);
    }
  }

  private double pass(boolean decode) {
    long start = System.nanoTime();
    packets = 0;
    int linkType = file.get(INT, 20);
    long at = FILE_HEADER;
    while (at + RECORD_HEADER <= file.byteSize()) {
      int captured = file.get(INT, at + 8);
      long seconds = file.get(INT, at);
      packets++;
      packet.frame(
          window,
          at + RECORD_HEADER,
          captured,
          file.get(INT, at + 12),
          seconds * 1_000_000_000,
          linkType,
          0,
          packets);
      if (decode) {
        decoder.decode(packet);
        while (decoder.hasReleased()) {
          decoder.release(packet);
        }
        sum += packet.destinationPort() + packet.payloadLength() + packet.sourceLow();
      } else {
        sum += packet.capturedLength();
      }
      at += RECORD_HEADER + captured;
    }
    return (double) (System.nanoTime() - start) / packets;
  }
}
