package io.aegispcap.analysis.detection;

import io.aegispcap.analysis.flow.FlowKey;
import java.util.List;

/// The packets that prove a finding, and the flows they belong to.
///
/// @param frames ids ([io.aegispcap.capture.packet.FrameId]) in ascending order, distinct, at least
///   one, at most [#MAX_FRAMES]
/// @param totalFrames how many packets prove it in all; more than are listed when there are too
///   many
/// @param flows some of the flows, at most [#MAX_FLOWS], in the order they were seen
/// @param totalFlows how many flows there were in all
public record Evidence(List<Long> frames, long totalFrames, List<FlowKey> flows, long totalFlows) {
  public static final int MAX_FRAMES = 1000;
  public static final int MAX_FLOWS = 100;

  public Evidence {
    frames = List.copyOf(frames);
    flows = List.copyOf(flows);
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("a finding without packets is a rumour");
    }
  }
}
