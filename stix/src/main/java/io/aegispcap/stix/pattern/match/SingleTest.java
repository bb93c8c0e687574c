package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.json.JsonObject;
import java.util.BitSet;

/// `[...]`: one observation, with an object for which it holds.
final class SingleTest implements ObservationTest {

  private final ObjectTest test;

  SingleTest(ObjectTest test) {
    this.test = test;
  }

  @Override
  public boolean search(Search search, Frame frame, Search.Continuation then)
      throws UnmatchableException {
    int size = search.observed().size();
    for (int i = 0; i < size; i++) {
      if (search.left(i) > 0 && search.holds(this, i) && search.take(i, 1, frame, then)) {
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
  BitSet holding(Search search) throws UnmatchableException {
    int size = search.observed().size();
    BitSet holding = new BitSet(size);
    for (int i = 0; i < size; i++) {
      holding.set(i, search.holds(this, i));
    }
    return holding;
  }
}
