package io.aegispcap.analysis.detection;

import io.aegispcap.analysis.flow.FlowKey;
import java.util.ArrayList;
import java.util.List;

/// The packets that prove a finding, and the flows they belong to.
///
/// @param frames ids ([io.aegispcap.capture.packet.FrameId]) in ascending order, distinct, at least
///   one, at most [#MAX_FRAMES]: of more the first ones and the last [#LAST_FRAMES]
/// @param totalFrames how many packets prove it in all; more than are listed when there are too
///   many
/// @param flows some of the flows, at most [#MAX_FLOWS], in the order they were seen
/// @param totalFlows how many flows there were in all
public record Evidence(List<Long> frames, long totalFrames, List<FlowKey> flows, long totalFlows) {
  public static final int MAX_FRAMES = 1000;
  public static final int MAX_FLOWS = 100;

  /// What ends it is often what matters most: a login that succeeds after many that do not.
  public static final int LAST_FRAMES = 8;

  public Evidence {
    frames = List.copyOf(frames);
    flows = List.copyOf(flows);
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("a finding without packets is a rumour");
    }
  }

  /// The frames that are listed of so many.
  ///
  /// @param frames in ascending order, distinct
  public static List<Long> listed(List<Long> frames) {
    if (frames.size() <= MAX_FRAMES) {
      return frames;
    }
    List<Long> listed = new ArrayList<>(frames.subList(0, MAX_FRAMES - LAST_FRAMES));
    listed.addAll(frames.subList(frames.size() - LAST_FRAMES, frames.size()));
    return listed;
  }
}
