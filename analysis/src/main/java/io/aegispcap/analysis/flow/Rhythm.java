package io.aegispcap.analysis.flow;

import java.util.Arrays;
import java.util.List;

/// When a flow's packets came, both directions together: gaps, active and idle spells, bursts, and
/// how long its first packets were. Gaps and spells are microseconds.
public final class Rhythm {
  /// Payload lengths of so many first packets are kept.
  public static final int FIRST_PACKETS = 8;

  private static final int[] LENGTH_BOUNDS = {0, 63, 127, 255, 511, 1023, 1379};

  private static final long[] GAP_BOUNDS = {100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

  /// A longer gap begins a new active spell (CICFlowMeter's activity timeout).
  private static final long IDLE = 5_000_000_000L;

  /// A longer gap begins a new burst (CICFlowMeter's subflow gap).
  private static final long BURST_GAP = 1_000_000_000L;

  private final Moments gaps = new Moments();
  private final Moments active = new Moments();
  private final Moments idle = new Moments();
  private final int[] firstLengths = new int[FIRST_PACKETS];
  private final int[] lengthClasses = new int[LENGTH_BOUNDS.length + 1];
  private final int[] gapClasses = new int[GAP_BOUNDS.length + 1];
  private long seen;
  private long activeSince;
  private long activeUntil;
  private long bursts;
  private long burstPackets;
  private long longestBurst;

  /// Upper bounds of the payload length classes in bytes; one more class has no bound.
  public static List<Integer> lengthBounds() {
    return Arrays.stream(LENGTH_BOUNDS).boxed().toList();
  }

  /// Upper bounds of the gap classes in microseconds; one more class has no bound.
  public static List<Long> gapBounds() {
    return Arrays.stream(GAP_BOUNDS).boxed().toList();
  }

  void clear() {
    gaps.clear();
    active.clear();
    idle.clear();
    Arrays.fill(firstLengths, 0);
    Arrays.fill(lengthClasses, 0);
    Arrays.fill(gapClasses, 0);
    seen = 0;
    bursts = 0;
    burstPackets = 0;
    longestBurst = 0;
  }

  void add(int length, boolean forward, long timestamp, long last) {
    if (seen == 0) {
      activeSince = timestamp;
      bursts = 1;
    } else {
      addGap(Math.max(0, timestamp - last), timestamp, last);
    }
    activeUntil = Math.max(timestamp, last);
    if (seen < FIRST_PACKETS) {
      firstLengths[(int) seen] = forward ? length : -length;
    }
    seen++;
    burstPackets++;
    longestBurst = Math.max(longestBurst, burstPackets);
    lengthClasses[lengthClass(length)]++;
  }

  private void addGap(long gap, long timestamp, long last) {
    gaps.add(gap / 1000.0);
    gapClasses[gapClass(gap)]++;
    if (gap > BURST_GAP) {
      bursts++;
      burstPackets = 0;
      if (gap > IDLE) {
        active.add((last - activeSince) / 1000.0);
        idle.add(gap / 1000.0);
        activeSince = timestamp;
      }
    }
  }

  /// The last active spell counts when the flow ends.
  void finish() {
    active.add(Math.max(0, activeUntil - activeSince) / 1000.0);
  }

  private static int lengthClass(int length) {
    int index = 0;
    while (index < LENGTH_BOUNDS.length && length > LENGTH_BOUNDS[index]) {
      index++;
    }
    return index;
  }

  private static int gapClass(long nanos) {
    int index = 0;
    while (index < GAP_BOUNDS.length && nanos > GAP_BOUNDS[index] * 1000) {
      index++;
    }
    return index;
  }

  public Moments gaps() {
    return gaps;
  }

  /// Spells without a gap of more than five seconds.
  public Moments active() {
    return active;
  }

  /// Gaps of more than five seconds.
  public Moments idle() {
    return idle;
  }

  /// Payload length in bytes of the index-th packet, negative when it went backward; 0 when it had
  /// none, or there was no such packet.
  public int firstLength(int index) {
    return firstLengths[index];
  }

  /// Packets whose payload length lies in the index-th class, see [#lengthBounds].
  public int lengthClassCount(int index) {
    return lengthClasses[index];
  }

  /// Gaps in the index-th class, see [#gapBounds].
  public int gapClassCount(int index) {
    return gapClasses[index];
  }

  /// Runs of packets with gaps of at most a second; 1 or more.
  public long bursts() {
    return bursts;
  }

  /// Packets of the longest such run.
  public long longestBurst() {
    return longestBurst;
  }
}
