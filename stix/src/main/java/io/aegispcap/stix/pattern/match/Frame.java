package io.aegispcap.stix.pattern.match;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the qualifiers and FOLLOWEDBY around a place in a pattern ask of the next observation,
/// given those chosen so far. Frames don't change, so that going back is letting go of one.
sealed interface Frame {

  /// This, having chosen one more observation; empty when it may not be chosen.
  Optional<Frame> chosen(Observed observed) throws UnmatchableException;

  /// What is asked outside of it.
  Frame outer();

  /// Nothing is asked.
  record Free() implements Frame {
    @Override
    public Optional<Frame> chosen(Observed observed) {
      return Optional.of(this);
    }

    @Override
    public Frame outer() {
      return this;
    }
  }

  /// All times lie in an interval that is shorter than some length, wherever in their windows they
  /// happened: no observation begins so late after the first to end has ended.
  record Window(Frame outer, Duration length, Instant latestFirst, Instant earliestLast)
      implements Frame {

    static Window of(Frame outer, Duration length) {
      return new Window(outer, length, Instant.MIN, Instant.MAX);
    }

    @Override
    public Optional<Frame> chosen(Observed observed) throws UnmatchableException {
      Instant first = max(latestFirst, observed.firstTime());
      Instant last = min(earliestLast, observed.lastTime());
      if (first.isAfter(last) && Duration.between(last, first).compareTo(length) >= 0) {
        return Optional.empty();
      }
      return outer.chosen(observed).map(around -> new Window(around, length, first, last));
    }
  }

  /// Each may have happened at or after the start and before the stop.
  record Interval(Frame outer, Instant start, Instant stop) implements Frame {
    @Override
    public Optional<Frame> chosen(Observed observed) throws UnmatchableException {
      if (!start.isBefore(stop)
          || !observed.firstTime().isBefore(stop)
          || observed.lastTime().isBefore(start)) {
        return Optional.empty();
      }
      return outer.chosen(observed).map(around -> new Interval(around, start, stop));
    }
  }

  /// Each may have happened at or after what the operands before began with.
  record Sequence(Frame outer, Instant after, Instant latestFirst) implements Frame {

    static Sequence of(Frame outer) {
      return new Sequence(outer, Instant.MIN, Instant.MIN);
    }

    @Override
    public Optional<Frame> chosen(Observed observed) throws UnmatchableException {
      if (observed.lastTime().isBefore(after)) {
        return Optional.empty();
      }
      Instant first = max(latestFirst, observed.firstTime());
      return outer.chosen(observed).map(around -> new Sequence(around, after, first));
    }

    /// For the next operand.
    Sequence advanced() {
      return new Sequence(outer, latestFirst, latestFirst);
    }
  }

  /// Each repetition of a group begins no earlier in the data than the one before, lest all orders
  /// of the same repetitions be tried.
  ///
  /// @param first what this repetition began with; negative when it has not begun
  record Repetition(Frame outer, int least, int first) implements Frame {

    static Repetition of(Frame outer) {
      return new Repetition(outer, 0, -1);
    }

    @Override
    public Optional<Frame> chosen(Observed observed) throws UnmatchableException {
      if (first < 0 && observed.index() < least) {
        return Optional.empty();
      }
      int begun = first < 0 ? observed.index() : first;
      return outer.chosen(observed).map(around -> new Repetition(around, least, begun));
    }

    /// For the next repetition.
    Repetition advanced() {
      return new Repetition(outer, Math.max(first, 0), -1);
    }
  }

  private static Instant max(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant min(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
