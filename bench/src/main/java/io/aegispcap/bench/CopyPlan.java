package io.aegispcap.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Chooses which capture is copied how often, and when each copy starts.
///
/// The corpus is taken round after round in shuffled order. A capture with far more flows or bytes
/// a packet than wanted is passed over while the trace so far has more of that than wanted.
final class CopyPlan {
  // The shape of a day's mixed traffic: 842,000 flows and 1.27 GB in 5.16 M packets.
  static final double FLOWS_PER_PACKET = 842_000 / 5_160_000.0;
  private static final double BYTES_PER_PACKET = 1_270_000_000 / 5_160_000.0 - 16;
  private static final double FAR = 1.5;

  // No copy is more than this part of the trace, so that one large flood does not make up a tenth
  // of a small trace.
  private static final int LARGEST_PART = 200;

  private final BenchOptions options;
  private final Random random;
  private final List<CaptureCopy> copies = new ArrayList<>();
  private long packets;
  private long bytes;
  private long flows;
  private int inside;
  private int outside;

  private CopyPlan(BenchOptions options) {
    this.options = options;
    this.random = new Random(options.seed());
  }

  static CopyPlan of(List<SourceCapture> corpus, BenchOptions options) {
    CopyPlan plan = new CopyPlan(options);
    List<SourceCapture> round = new ArrayList<>(corpus);
    while (plan.packets < options.packets()) {
      Collections.shuffle(round, plan.random);
      plan.take(round);
    }
    return plan;
  }

  private void take(List<SourceCapture> round) {
    boolean any = false;
    for (SourceCapture capture : round) {
      if (packets < options.packets() && isWanted(capture)) {
        add(capture);
        any = true;
      }
    }
    if (!any && packets < options.packets()) {
      add(round.getFirst());
    }
  }

  private boolean isWanted(SourceCapture capture) {
    double size = capture.count();
    boolean manyFlows = capture.flows() / size > FLOWS_PER_PACKET * FAR;
    boolean manyBytes = capture.bytes() / size > BYTES_PER_PACKET * FAR;
    return !(manyFlows && flows > packets * FLOWS_PER_PACKET)
        && !(manyBytes && bytes > packets * BYTES_PER_PACKET);
  }

  private void add(SourceCapture capture) {
    long most = Math.min(options.packets() - packets, options.packets() / LARGEST_PART + 1);
    int end = (int) Math.min(capture.count(), most);
    double part = end / (double) capture.count();
    long room = options.windowMicros() - capture.packets().micros(end - 1);
    long start = room <= 1 ? 0 : random.nextLong(room);
    AddressBook.Networks networks = capture.networks();
    int number = copies.size() + 1;
    AddressSwap addresses = new CopyAddresses(networks, number, inside, outside);
    copies.add(new CaptureCopy(capture, addresses, number, start, end));
    inside += networks.inside().length;
    outside += networks.outside().length;
    packets += end;
    bytes += Math.round(capture.bytes() * part);
    flows += Math.round(capture.flows() * part);
  }

  List<CaptureCopy> copies() {
    return copies;
  }

  /// Whether every copy has networks of its own; a very large trace runs out of private ones.
  boolean networksAreDistinct() {
    return inside <= CopyAddresses.INSIDE && outside <= CopyAddresses.OUTSIDE;
  }
}
