package io.aegispcap.analysis.pipeline;

import io.aegispcap.capture.packet.LinkMessage;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.packet.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some consecutive packets, decoded, with their places in the lanes. Reused.
final class PacketBatch {
  /// Frames a batch holds: few enough that their cursors stay in the processor's cache.
  static final int FRAMES = 256;

  private @Nullable Packet[] packets = new Packet[FRAMES];
  private long[] hashes = new long[FRAMES];
  private int count;
  private int[][] places;
  private final int[] placed;
  private final List<Window> windows = new ArrayList<>();

  /// What stations said to their links, in the order of the capture.
  final List<LinkMessage> linkMessages = new ArrayList<>();

  final LaneOutput[] outputs;

  /// Time of the last packet; when the batch is empty, that of the last packet before.
  long clock;

  /// Whether the capture has ended: lanes end the flows that are left.
  boolean closing;

  long packetsSoFar;
  long bytesSoFar;

  /// Lanes that have not been through with it yet; guarded by the crew's lock.
  int lanesLeft;

  PacketBatch(int lanes) {
    places = new int[lanes][64];
    placed = new int[lanes];
    outputs = new LaneOutput[lanes];
    Arrays.setAll(outputs, i -> new LaneOutput());
  }

  void clear() {
    count = 0;
    Arrays.fill(placed, 0);
    windows.forEach(Window::release);
    windows.clear();
    linkMessages.clear();
    closing = false;
  }

  /// The cursor for the next packet; it is in the batch once it is [#kept].
  Packet next() {
    if (count == packets.length) {
      packets = Arrays.copyOf(packets, count * 2);
      hashes = Arrays.copyOf(hashes, count * 2);
    }
    Packet packet = packets[count];
    if (packet == null) {
      packet = new Packet();
      packets[count] = packet;
    }
    return packet;
  }

  void kept(Packet packet, long hash) {
    hashes[count++] = hash;
    if (windows.isEmpty() || windows.getLast() != packet.window()) {
      packet.window().retain();
      windows.add(packet.window());
    }
  }

  /// Puts the packet kept last before a lane.
  ///
  /// @param error whether it is there for the flow that it quotes
  void place(int lane, boolean error) {
    int[] list = places[lane];
    if (placed[lane] == list.length) {
      list = Arrays.copyOf(list, list.length * 2);
      places[lane] = list;
    }
    int index = count - 1;
    list[placed[lane]++] = error ? ~index : index;
  }

  int placed(int lane) {
    return placed[lane];
  }

  /// Index of the lane's n-th packet; its complement when it is there as an ICMP error.
  int place(int lane, int n) {
    return places[lane][n];
  }

  Packet packet(int index) {
    Packet packet = packets[index];
    if (packet == null) {
      throw new IndexOutOfBoundsException(index);
    }
    return packet;
  }

  long hash(int index) {
    return hashes[index];
  }
}
