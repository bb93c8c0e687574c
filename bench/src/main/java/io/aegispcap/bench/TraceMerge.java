package io.aegispcap.bench;

import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;

/// Merges the copies of captures into one trace in order of time.
final class TraceMerge {
  private final PcapOutput output;
  private final FlowCount flows = new FlowCount();
  private final FrameRewriter rewriter = new FrameRewriter();
  private final byte[] frame = new byte[FrameRewriter.LARGEST];
  private long packets;

  TraceMerge(PcapOutput output) {
    this.output = output;
  }

  /// Writes the copies, each packet `base` microseconds later than its place in the trace.
  void write(List<CaptureCopy> copies, long base) throws IOException {
    PriorityQueue<CaptureCopy> queue = new PriorityQueue<>(copies);
    while (!queue.isEmpty()) {
      CaptureCopy copy = queue.remove();
      long micros = base + copy.micros();
      int length = copy.frame(frame, rewriter);
      output.write(micros, frame, length, copy.original());
      packets++;
      flows.add(frame, length, micros);
      if (copy.advance()) {
        queue.add(copy);
      }
    }
  }

  long packets() {
    return packets;
  }

  FlowCount flows() {
    return flows;
  }
}
