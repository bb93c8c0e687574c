package io.aegispcap.analysis.pipeline;

import io.aegispcap.capture.packet.Outcome;
import io.aegispcap.capture.packet.Packet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Packets of each capture by what became of them. Their sum is the packets of the capture.
final class PacketTally {
  private static final int OUTCOMES = Outcome.values().length;

  private final List<long[]> byCapture = new ArrayList<>();
  private long packets;
  private long bytes;

  void count(Packet packet) {
    while (byCapture.size() <= packet.capture()) {
      byCapture.add(new long[OUTCOMES]);
    }
    byCapture.get(packet.capture())[packet.outcome().ordinal()]++;
    packets++;
    bytes += packet.capturedLength();
  }

  long packets() {
    return packets;
  }

  long bytes() {
    return bytes;
  }

  /// By capture index; outcomes that no packet had are left out.
  List<Map<Outcome, Long>> counts() {
    List<Map<Outcome, Long>> all = new ArrayList<>();
    for (long[] counts : byCapture) {
      Map<Outcome, Long> map = new EnumMap<>(Outcome.class);
      for (Outcome outcome : Outcome.values()) {
        if (counts[outcome.ordinal()] > 0) {
          map.put(outcome, counts[outcome.ordinal()]);
        }
      }
      all.add(map);
    }
    return all;
  }
}
