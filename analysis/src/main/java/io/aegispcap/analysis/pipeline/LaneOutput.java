package io.aegispcap.analysis.pipeline;

import io.aegispcap.analysis.flow.EndReason;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.protocol.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What one lane made of one batch: rows written, how many flows ended and facts were read; and
/// these themselves, when there are observers.
final class LaneOutput {
  final List<Flow> ended = new ArrayList<>();
  final List<FlowKey> factKeys = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();
  final RowBuffer rows = new RowBuffer();
  final long[] endReasons = new long[EndReason.values().length];
  long factCount;

  /// Whether flows are left that have to end; asked after the capture's end.
  boolean flowsLeft;

  void clear() {
    ended.clear();
    factKeys.clear();
    facts.clear();
    rows.clear();
    factCount = 0;
    Arrays.fill(endReasons, 0);
  }
}
