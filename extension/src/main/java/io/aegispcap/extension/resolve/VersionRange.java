package io.aegispcap.extension.resolve;

import java.util.Optional;
import java.util.regex.Pattern;
import org.semver4j.Semver;
import org.semver4j.range.RangeList;
import org.semver4j.range.RangeListFactory;

/// A range of semantic versions, as node-semver reads it: `^1.2`, `~1.4.1`, `>=1.0 <3`, `1.x`, `1.0
/// - 2.0`, and several of them with `||` between.
public final class VersionRange {
  /// The longest text that is read.
  public static final int MAX_LENGTH = 100;

  private static final String PART = "(?:0|[1-9][0-9]{0,8}|[xX*])";
  private static final String VERSION =
      "v?"
          + PART
          + "(?:\\."
          + PART
          + "(?:\\."
          + PART
          + "(?:-[0-9A-Za-z.-]{1,40})?(?:\\+[0-9A-Za-z.-]{1,40})?)?)?";
  private static final String COMPARATORS =
      "(?:[<>]=?|=|\\^|~) ?" + VERSION + "(?: (?:[<>]=?|=|\\^|~) ?" + VERSION + "){0,9}";
  private static final String SIMPLE =
      "(?:" + COMPARATORS + "|" + VERSION + "(?: - " + VERSION + ")?)";
  private static final Pattern RANGE =
      Pattern.compile(SIMPLE + "(?: ?\\|\\| ?" + SIMPLE + "){0,9}");

  private final String text;
  private final RangeList ranges;

  private VersionRange(String text, RangeList ranges) {
    this.text = text;
    this.ranges = ranges;
  }

  /// @return empty when it is none
  public static Optional<VersionRange> of(String text) {
    if (text.length() > MAX_LENGTH || !RANGE.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(new VersionRange(text, RangeListFactory.create(text)));
  }

  /// Whether it is a semantic version.
  public static boolean isVersion(String text) {
    return text.length() <= MAX_LENGTH && Semver.isValid(text) && !text.startsWith("v");
  }

  /// Order of versions, oldest first (SemVer 2.0, 11).
  ///
  /// @throws IllegalArgumentException when one is no version
  public static int compare(String one, String other) {
    return version(one).compareTo(version(other));
  }

  /// Whether the version lies in it. A version before a release (`2.0.0-beta.1`) only does when the
  /// range names one of the same release.
  ///
  /// @throws IllegalArgumentException when it is no version
  public boolean admits(String version) {
    return ranges.isSatisfiedBy(version(version));
  }

  /// Whether it admits a host of this version; one before a release counts as that release.
  ///
  /// @throws IllegalArgumentException when it is no version
  public boolean admitsHost(String version) {
    return ranges.isSatisfiedBy(version(version).withClearedPreReleaseAndBuild());
  }

  static VersionRange required(String text) {
    return of(text)
        .orElseThrow(() -> new IllegalArgumentException("not a range of versions: " + text));
  }

  static Semver version(String text) {
    if (!isVersion(text)) {
      throw new IllegalArgumentException("not a semantic version: " + text);
    }
    return new Semver(text);
  }

  /// As it was written.
  @Override
  public String toString() {
    return text;
  }
}
