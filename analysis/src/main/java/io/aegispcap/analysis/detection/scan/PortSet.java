package io.aegispcap.analysis.detection.scan;

import io.aegispcap.analysis.detection.tracking.DistinctSet;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Distinct ports, counted exactly: there are 65,536 at most. The first [#FEW] take room as they
/// come, the others 8 kB.
final class PortSet {
  static final int FEW = 512;

  private final DistinctSet few = new DistinctSet(FEW);
  private @Nullable BitSet others;
  private int size;

  /// Whether it is new.
  boolean add(int port) {
    boolean added = few.add(port) || few.full() && !few.contains(port) && another(port);
    size += added ? 1 : 0;
    return added;
  }

  private boolean another(int port) {
    BitSet known = others;
    if (known == null) {
      known = new BitSet();
      others = known;
    }
    boolean added = !known.get(port);
    known.set(port);
    return added;
  }

  int size() {
    return size;
  }

  /// Forgets everything.
  void clear() {
    few.clear();
    others = null;
    size = 0;
  }
}
