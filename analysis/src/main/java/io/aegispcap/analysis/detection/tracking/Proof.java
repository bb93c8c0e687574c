package io.aegispcap.analysis.detection.tracking;

import io.aegispcap.analysis.detection.Evidence;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// Gathers the packets and flows behind a finding while it is not yet known whether there will be
/// one. It begins small, so that many can wait, and may grow once something is suspicious. When
/// there is no room for all frames, the first and the last ones are kept.
public final class Proof {
  /// Frames and flows that are kept while nothing is suspicious.
  static final int WAITING_FRAMES = 32;

  static final int WAITING_FLOWS = 8;

  private static final long[] NO_FRAMES = {};
  private static final int FIRST_FRAMES = 4;

  private long[] frames = NO_FRAMES;
  private int frameCount;

  /// The last of those that found no room, each at its number modulo the length.
  private long[] lastFrames = NO_FRAMES;

  private long withoutRoom;
  private final List<FlowKey> flows = new ArrayList<>(0);
  private long totalFrames;
  private long totalFlows;
  private boolean grows;

  /// From now on as much is kept as evidence may hold.
  public void grow() {
    grows = true;
  }

  /// The first and last packets of a flow stand for all of its packets.
  public void add(Flow flow) {
    totalFrames += flow.packets();
    totalFlows++;
    addFrame(flow.firstFrame());
    if (flow.lastFrame() != flow.firstFrame()) {
      addFrame(flow.lastFrame());
    }
    if (flows.size() < (grows ? Evidence.MAX_FLOWS : WAITING_FLOWS)) {
      flows.add(flow.key());
    }
  }

  /// A packet of a flow. Flows that lie far back may be counted again.
  public void add(FlowKey flow, long frameId) {
    totalFrames++;
    addFrame(frameId);
    if (flows.isEmpty() || !flow.equals(flows.getLast())) {
      addFlow(flow);
    }
  }

  /// A packet that belongs to no flow.
  public void add(long frameId) {
    totalFrames++;
    addFrame(frameId);
  }

  private void addFlow(FlowKey flow) {
    boolean known = flows.contains(flow);
    totalFlows += known ? 0 : 1;
    if (!known && flows.size() < (grows ? Evidence.MAX_FLOWS : WAITING_FLOWS)) {
      flows.add(flow);
    }
  }

  private void addFrame(long frameId) {
    if (frameCount < (grows ? Evidence.MAX_FRAMES - Evidence.LAST_FRAMES : WAITING_FRAMES)) {
      if (frameCount == frames.length) {
        frames = Arrays.copyOf(frames, Math.max(FIRST_FRAMES, frames.length * 2));
      }
      frames[frameCount++] = frameId;
    } else {
      if (lastFrames.length == 0) {
        lastFrames = new long[Evidence.LAST_FRAMES];
      }
      lastFrames[(int) (withoutRoom++ % Evidence.LAST_FRAMES)] = frameId;
    }
  }

  public boolean isEmpty() {
    return frameCount == 0;
  }

  /// Forgets everything.
  public void clear() {
    frameCount = 0;
    lastFrames = NO_FRAMES;
    withoutRoom = 0;
    flows.clear();
    totalFrames = 0;
    totalFlows = 0;
    grows = false;
  }

  private LongStream kept() {
    return LongStream.concat(
        Arrays.stream(frames, 0, frameCount), Arrays.stream(lastFrames).limit(withoutRoom));
  }

  public Evidence evidence() {
    return joined(List.of(this));
  }

  /// What several prove together.
  public static Evidence joined(List<Proof> proofs) {
    List<Long> sorted =
        proofs.stream().flatMapToLong(Proof::kept).sorted().distinct().boxed().toList();
    List<FlowKey> distinct =
        proofs.stream()
            .flatMap(proof -> proof.flows.stream())
            .distinct()
            .limit(Evidence.MAX_FLOWS)
            .toList();
    long allFrames = proofs.stream().mapToLong(proof -> proof.totalFrames).sum();
    long allFlows = proofs.stream().mapToLong(proof -> proof.totalFlows).sum();
    return new Evidence(
        Evidence.listed(sorted),
        Math.max(allFrames, sorted.size()),
        distinct,
        Math.max(allFlows, distinct.size()));
  }
}
