package io.aegispcap.capture.packet;

/// A frame of a run over one or more captures, in one long: the capture's index in the upper 16
/// bits, the frame number (from 1) in the lower 48. Ids sort by capture, then by number.
public final class FrameId {
  private static final int NUMBER_BITS = 48;

  private FrameId() {}

  public static long of(int capture, long number) {
    return (long) capture << NUMBER_BITS | number;
  }

  /// Which capture of the run, from 0.
  public static int capture(long frameId) {
    return (int) (frameId >>> NUMBER_BITS);
  }

  /// Frame number in its capture, from 1.
  public static long number(long frameId) {
    return frameId & ((1L << NUMBER_BITS) - 1);
  }
}
