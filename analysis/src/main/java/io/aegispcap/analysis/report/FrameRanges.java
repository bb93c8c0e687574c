package io.aegispcap.analysis.report;

import io.aegispcap.capture.packet.FrameId;
import java.util.ArrayList;
import java.util.List;

/// Frame numbers of one capture as ranges.
///
/// @param capture index in the run
/// @param ranges ascending, apart from each other
record FrameRanges(int capture, List<Range> ranges) {
  FrameRanges {
    ranges = List.copyOf(ranges);
  }

  /// @param from first frame number, from 1
  /// @param to last frame number
  record Range(long from, long to) {
    String text(String dots) {
      return from == to ? Long.toString(from) : from + dots + to;
    }
  }

  /// @param frames ids in ascending order
  static List<FrameRanges> of(List<Long> frames) {
    List<FrameRanges> all = new ArrayList<>();
    List<Range> ranges = new ArrayList<>();
    int at = 0;
    while (at < frames.size()) {
      int capture = FrameId.capture(frames.get(at));
      long from = frames.get(at);
      long to = from;
      at++;
      while (at < frames.size() && frames.get(at) == to + 1) {
        to = frames.get(at++);
      }
      ranges.add(new Range(FrameId.number(from), FrameId.number(to)));
      if (at == frames.size() || FrameId.capture(frames.get(at)) != capture) {
        all.add(new FrameRanges(capture, ranges));
        ranges = new ArrayList<>();
      }
    }
    return all;
  }

  /// Such as `1-4, 9`.
  String text() {
    return String.join(", ", ranges.stream().map(range -> range.text("–")).toList());
  }

  /// A Wireshark display filter for exactly these frames.
  String wiresharkFilter() {
    return "frame.number in {"
        + String.join(", ", ranges.stream().map(range -> range.text("..")).toList())
        + "}";
  }
}
