package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.json.JsonObject;
import java.util.BitSet;
import java.util.List;

/// `[...]`: one observation, with an object for which it holds.
final class SingleTest implements ObservationTest {

  private final ObjectTest test;

  SingleTest(ObjectTest test) {
    this.test = test;
  }

  @Override
  public boolean search(Search search, Frame frame, Search.Continuation then)
      throws UnmatchableException {
    List<Observed> observed = search.observed();
    for (int i = 0; i < observed.size(); i++) {
      if (search.left(i) > 0 && holds(observed.get(i)) && search.take(i, 1, frame, then)) {
        return true;
      }
    }
    return false;
  }

  boolean holds(Observed observed) throws UnmatchableException {
    for (JsonObject root : observed.roots()) {
      if (test.holds(root, observed)) {
        return true;
      }
    }
    return false;
  }

  /// Which observations it holds for.
  BitSet holding(List<Observed> observed) throws UnmatchableException {
    BitSet holding = new BitSet(observed.size());
    for (int i = 0; i < observed.size(); i++) {
      holding.set(i, holds(observed.get(i)));
    }
    return holding;
  }
}
