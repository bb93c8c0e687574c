package io.aegispcap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// One capture of the corpus, held in memory, cut to the window of the trace.
///
/// @param name file name, for messages
/// @param packets in order of time, from zero
/// @param count packets that lie within the window
/// @param bytes of those packets, captured
/// @param flows those packets make up, at 120 s idle time
/// @param networks the IPv4 networks in the capture
record SourceCapture(
    String name,
    PacketList packets,
    int count,
    long bytes,
    long flows,
    AddressBook.Networks networks) {

  // Longer than the idle time that ends a flow, so that flows stay apart; short enough that
  // captures taken over days fit the window.
  private static final long LONGEST_GAP = 150_000_000;

  /// Reads a capture; nothing when it is no Ethernet pcap or pcapng, or holds no packet.
  static Optional<SourceCapture> read(Path file, long window) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return PcapSource.read(bytes)
        .or(() -> PcapngSource.read(bytes))
        .map(packets -> packets.continuous(LONGEST_GAP))
        .filter(packets -> packets.within(window) > 0)
        .map(packets -> measured(file.toString(), packets, packets.within(window)));
  }

  private static SourceCapture measured(String name, PacketList packets, int count) {
    FlowCount flows = new FlowCount();
    byte[] frame = new byte[FrameRewriter.LARGEST];
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      int length = Math.min(packets.length(i), frame.length);
      System.arraycopy(packets.bytes(), packets.offset(i), frame, 0, length);
      flows.add(frame, length, packets.micros(i));
      bytes += length;
    }
    return new SourceCapture(name, packets, count, bytes, flows.flows(), AddressBook.of(packets));
  }
}
