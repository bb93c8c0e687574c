package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.pattern.Pattern;

/// A pattern made ready to be matched, any number of times.
public final class PatternMatcher {

  private final ObservationTest test;

  private PatternMatcher(ObservationTest test) {
    this.test = test;
  }

  /// @throws UnmatchableException when it compares with what cannot be compared with, such as a
  ///   regular expression that is none
  public static PatternMatcher of(Pattern pattern) throws UnmatchableException {
    return new PatternMatcher(ObservationTest.of(pattern.expression()));
  }

  /// @throws UnmatchableException when the data has no answer, or none in reasonable time
  public Match match(Observations observations) throws UnmatchableException {
    Search search = new Search(observations.all());
    try {
      return test.search(search, new Frame.Free(), frame -> true) ? search.match() : Match.NONE;
    } catch (StackOverflowError tooDeep) {
      throw new UnmatchableException("the pattern asks for too many observations at once");
    }
  }
}
