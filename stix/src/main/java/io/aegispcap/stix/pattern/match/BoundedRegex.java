package io.aegispcap.stix.pattern.match;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression of strangers: searched for, with a bound on the steps that it may take.
final class BoundedRegex implements Tests.TextTest {

  /// Reads of characters; a well-meant expression takes a few for each character.
  private static final long MOST_READS = 4_000_000;

  private final Pattern pattern;

  private BoundedRegex(Pattern pattern) {
    this.pattern = pattern;
  }

  /// @throws UnmatchableException when it is none
  static BoundedRegex of(String expression) throws UnmatchableException {
    try {
      return new BoundedRegex(
          Pattern.compile(PcreSyntax.inJava(Tests.normal(expression)), Pattern.DOTALL));
    } catch (PatternSyntaxException | StackOverflowError broken) {
      throw new UnmatchableException(
          "the regular expression '" + expression + "' cannot be read: " + broken.getMessage());
    }
  }

  @Override
  public boolean holds(String text) throws UnmatchableException {
    try {
      return pattern.matcher(new CountedText(text, new long[1])).find();
    } catch (TooManyReads | StackOverflowError endless) {
      throw new UnmatchableException(
          "the regular expression '" + pattern + "' takes too many steps on a value");
    }
  }

  private static final class TooManyReads extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyReads() {
      super("too many reads", null, false, false);
    }
  }

  /// Counts reads over all of its parts.
  private record CountedText(CharSequence text, long[] reads) implements CharSequence {
    @Override
    public char charAt(int index) {
      if (++reads[0] > MOST_READS) {
        throw new TooManyReads();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new CountedText(text.subSequence(start, end), reads);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
