package io.aegispcap.analysis.slice;

import io.aegispcap.capture.packet.FrameId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Frames of a run: a bit for each frame, so that a whole capture fits.
public final class FrameSet {
  private final List<BitSet> byCapture = new ArrayList<>();
  private long size;

  public void add(long frameId) {
    int capture = FrameId.capture(frameId);
    while (byCapture.size() <= capture) {
      byCapture.add(new BitSet());
    }
    int number = Math.toIntExact(FrameId.number(frameId));
    if (!byCapture.get(capture).get(number)) {
      byCapture.get(capture).set(number);
      size++;
    }
  }

  public boolean contains(long frameId) {
    int capture = FrameId.capture(frameId);
    long number = FrameId.number(frameId);
    return capture < byCapture.size()
        && number <= Integer.MAX_VALUE
        && byCapture.get(capture).get((int) number);
  }

  public long size() {
    return size;
  }
}
