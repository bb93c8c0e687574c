package io.aegispcap.analysis.pipeline;

import io.aegispcap.analysis.flow.EndReason;
import io.aegispcap.analysis.flow.FlowObserver;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// The last step: writes rows and tells observers, batch by batch, lane by lane. One thread at a
/// time works here.
final class Collecting {
  private final Audience audience;
  private final OutputStream out;
  private final Progress progress;
  private final long[] ended = new long[EndReason.values().length];
  private final TimeOrder order = new TimeOrder();
  private long facts;

  Collecting(List<FlowObserver> observers, OutputStream out, Progress progress) {
    this.audience = new Audience(observers);
    this.out = out;
    this.progress = progress;
  }

  void collect(PacketBatch batch) throws IOException {
    for (LaneOutput output : batch.outputs) {
      output.rows.writeTo(out);
      facts += output.factCount;
      for (int i = 0; i < ended.length; i++) {
        ended[i] += output.endReasons[i];
      }
      if (!audience.isEmpty()) {
        order.take(output);
      }
    }
    order.sort();
    audience.links(batch.linkMessages);
    order.tell(audience);
    order.clear();
    progress.advanced(batch.packetsSoFar, batch.bytesSoFar);
  }

  RunResult result(PacketTally tally) {
    Map<EndReason, Long> reasons = new EnumMap<>(EndReason.class);
    for (EndReason reason : EndReason.values()) {
      if (ended[reason.ordinal()] > 0) {
        reasons.put(reason, ended[reason.ordinal()]);
      }
    }
    return new RunResult(
        tally.packets(), tally.bytes(), tally.counts(), LongStream.of(ended).sum(), reasons, facts);
  }
}
