package io.aegispcap.stix.object;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A point in time in UTC, RFC 3339, section 2.16. It keeps the precision it was written with;
/// order is that of time, to any digit.
public record StixTimestamp(String text) implements Comparable<StixTimestamp> {

  private static final Pattern FORM =
      Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2}):(\\d{2}):(\\d{2})(\\.\\d+)?Z");
  private static final int LEAP_SECOND = 60;
  private static final int LAST_SECOND_OF_DAY = 23 * 100 + 59;
  private static final int NANO_DIGITS = 9;

  public StixTimestamp {
    if (seconds(text).isEmpty()) {
      throw new IllegalArgumentException("'" + text + "' is not a timestamp of RFC 3339 in UTC");
    }
  }

  /// Empty when it is no timestamp.
  public static Optional<StixTimestamp> find(String text) {
    return seconds(text).isPresent() ? Optional.of(new StixTimestamp(text)) : Optional.empty();
  }

  /// To the millisecond, as `created` and `modified` are written.
  public static StixTimestamp of(Instant instant) {
    String text = instant.truncatedTo(ChronoUnit.MILLIS).toString();
    int dot = text.indexOf('.');
    return new StixTimestamp(dot < 0 ? text.substring(0, text.length() - 1) + ".000Z" : text);
  }

  /// How many digits stand behind the seconds.
  public int precision() {
    int dot = text.indexOf('.');
    return dot < 0 ? 0 : text.length() - dot - 2;
  }

  /// To the nanosecond.
  public Instant instant() {
    BigDecimal exact = exact();
    return Instant.ofEpochSecond(
        exact.longValue(), exact.remainder(BigDecimal.ONE).movePointRight(NANO_DIGITS).longValue());
  }

  /// Seconds since 1970, with all digits.
  public BigDecimal exact() {
    long seconds = seconds(text).orElseThrow();
    int dot = text.indexOf('.');
    return dot < 0
        ? BigDecimal.valueOf(seconds)
        : BigDecimal.valueOf(seconds)
            .add(new BigDecimal("0" + text.substring(dot, text.length() - 1)));
  }

  private static Optional<Long> seconds(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int[] numbers = new int[6];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Integer.parseInt(parts.group(i + 1));
    }
    boolean leap = numbers[5] == LEAP_SECOND && numbers[3] * 100 + numbers[4] == LAST_SECOND_OF_DAY;
    try {
      LocalDateTime time =
          LocalDateTime.of(
              numbers[0],
              numbers[1],
              numbers[2],
              numbers[3],
              numbers[4],
              leap ? numbers[5] - 1 : numbers[5]);
      return Optional.of(time.toEpochSecond(ZoneOffset.UTC) + (leap ? 1 : 0));
    } catch (DateTimeException notInTheCalendar) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(StixTimestamp other) {
    return exact().compareTo(other.exact());
  }

  @Override
  public String toString() {
    return text;
  }
}
