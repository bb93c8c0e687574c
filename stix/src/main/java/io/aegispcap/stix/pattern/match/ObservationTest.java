package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.object.StixTimestamp;
import io.aegispcap.stix.pattern.ObservationExpression;
import io.aegispcap.stix.pattern.ObservationExpression.And;
import io.aegispcap.stix.pattern.ObservationExpression.FollowedBy;
import io.aegispcap.stix.pattern.ObservationExpression.Observation;
import io.aegispcap.stix.pattern.ObservationExpression.Or;
import io.aegispcap.stix.pattern.ObservationExpression.Qualified;
import io.aegispcap.stix.pattern.Qualifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// An observation expression made ready: it chooses observations, going back where a choice leads
/// nowhere.
interface ObservationTest {

  /// Whether observations can be chosen for it so that `then` succeeds too.
  boolean search(Search search, Frame frame, Search.Continuation then) throws UnmatchableException;

  /// The longest time that java.time can hold, for what is longer than any observation.
  BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE / 1_000_000_000L);

  static ObservationTest of(ObservationExpression expression) throws UnmatchableException {
    return switch (expression) {
      case Observation observation -> new SingleTest(ObjectTest.of(observation.comparison()));
      case And(List<ObservationExpression> operands) -> and(all(operands));
      case Or(List<ObservationExpression> operands) -> or(all(operands));
      case FollowedBy(List<ObservationExpression> operands) -> followedBy(all(operands));
      case Qualified(ObservationExpression inner, Qualifier qualifier) ->
          qualified(of(inner), qualifier);
    };
  }

  private static List<ObservationTest> all(List<ObservationExpression> operands)
      throws UnmatchableException {
    List<ObservationTest> tests = new ArrayList<>();
    for (ObservationExpression operand : operands) {
      tests.add(of(operand));
    }
    return tests;
  }

  private static ObservationTest or(List<ObservationTest> tests) {
    return (search, frame, then) -> {
      for (ObservationTest test : tests) {
        if (test.search(search, frame, then)) {
          return true;
        }
      }
      return false;
    };
  }

  private static ObservationTest and(List<ObservationTest> tests) {
    return (search, frame, then) -> andFrom(0, tests, search, frame, then);
  }

  private static boolean andFrom(
      int index, List<ObservationTest> tests, Search search, Frame frame, Search.Continuation then)
      throws UnmatchableException {
    if (index == tests.size()) {
      return then.go(frame);
    }
    return tests
        .get(index)
        .search(search, frame, next -> andFrom(index + 1, tests, search, next, then));
  }

  private static ObservationTest followedBy(List<ObservationTest> tests) {
    return (search, frame, then) -> followedFrom(0, tests, search, Frame.Sequence.of(frame), then);
  }

  private static boolean followedFrom(
      int index, List<ObservationTest> tests, Search search, Frame frame, Search.Continuation then)
      throws UnmatchableException {
    if (index == tests.size()) {
      return then.go(frame.outer());
    }
    Frame here = frame instanceof Frame.Sequence sequence ? sequence.advanced() : frame;
    return tests
        .get(index)
        .search(search, here, next -> followedFrom(index + 1, tests, search, next, then));
  }

  private static ObservationTest qualified(ObservationTest inner, Qualifier qualifier) {
    return switch (qualifier) {
      case Qualifier.Within(BigDecimal seconds) -> {
        Duration length = duration(seconds);
        yield (search, frame, then) ->
            !(inner instanceof RepeatedTest repeated && !repeated.fits(search, length))
                && inner.search(
                    search, Frame.Window.of(frame, length), next -> then.go(next.outer()));
      }
      case Qualifier.StartStop(StixTimestamp start, StixTimestamp stop) ->
          (search, frame, then) ->
              inner.search(
                  search,
                  new Frame.Interval(frame, start.instant(), stop.instant()),
                  next -> then.go(next.outer()));
      case Qualifier.Repeats(long times) ->
          inner instanceof SingleTest single
              ? new RepeatedTest(single, times)
              : new RepeatedGroupTest(inner, times);
    };
  }

  private static Duration duration(BigDecimal seconds) {
    BigDecimal bounded = seconds.min(LONGEST);
    return Duration.ofNanos(bounded.movePointRight(9).longValue());
  }
}
