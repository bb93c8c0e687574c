package io.aegispcap.stix.pattern.match;

/// `(...) REPEATS n TIMES`.
final class RepeatedGroupTest implements ObservationTest {

  private final ObservationTest group;
  private final long times;

  RepeatedGroupTest(ObservationTest group, long times) {
    this.group = group;
    this.times = times;
  }

  @Override
  public boolean search(Search search, Frame frame, Search.Continuation then)
      throws UnmatchableException {
    long available = 0;
    for (int i = 0; i < search.observed().size() && available < times; i++) {
      available += search.left(i);
    }
    return available >= times && again(times, search, Frame.Repetition.of(frame), then);
  }

  private boolean again(long left, Search search, Frame frame, Search.Continuation then)
      throws UnmatchableException {
    if (left == 0) {
      return then.go(frame.outer());
    }
    Frame here = frame instanceof Frame.Repetition repetition ? repetition.advanced() : frame;
    return group.search(search, here, next -> again(left - 1, search, next, then));
  }
}
