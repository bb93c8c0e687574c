package io.aegispcap.analysis.pipeline;

import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowOptions;
import io.aegispcap.analysis.flow.FlowTable;
import io.aegispcap.capture.protocol.Fact;

/// One of the lanes that flows are spread over by their hash. Their number is fixed, so that what
/// comes out does not depend on how many threads there are. One thread at a time works in a lane,
/// on batch after batch.
final class Lane {
  static final int COUNT = 8;

  /// Flows that one batch ends by timeout at most; the rest follows with the next ones.
  private static final int MAX_EXPIRED = 512;

  private final int index;
  private final FlowTable table;
  private final FlowFormat.Rows rows;
  private final boolean observed;
  private LaneOutput output = new LaneOutput();

  /// @param observed whether observers want to hear of flows and facts
  Lane(int index, FlowOptions options, FlowFormat.Rows rows, boolean observed) {
    this.index = index;
    this.rows = rows;
    this.observed = observed;
    table =
        new FlowTable(options, Math.max(1, options.maxFlows() / COUNT), this::fact, this::ended);
  }

  static int of(long hash) {
    return (int) (hash >>> 61);
  }

  void work(PacketBatch batch) {
    output = batch.outputs[index];
    output.ended.forEach(table::recycle);
    output.clear();
    for (int i = 0; i < batch.placed(index); i++) {
      int place = batch.place(index, i);
      if (place >= 0) {
        table.add(batch.packet(place), batch.hash(place));
      } else {
        table.addError(batch.packet(~place));
      }
    }
    table.expire(batch.clock, MAX_EXPIRED);
    output.flowsLeft = batch.closing && table.finish(MAX_EXPIRED);
  }

  private void fact(Flow flow, Fact fact) {
    output.factCount++;
    rows.note(flow, fact);
    if (observed) {
      output.factKeys.add(flow.key());
      output.facts.add(fact);
    }
  }

  private void ended(Flow flow) {
    output.endReasons[flow.endReason().ordinal()]++;
    rows.append(flow, output.rows);
    if (observed) {
      output.ended.add(flow);
    } else {
      table.recycle(flow); // the next flow finds its memory in the processor's cache
    }
  }
}
