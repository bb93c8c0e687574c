package io.aegispcap.stix.object;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A point in time in UTC, RFC 3339, section 2.16. It keeps the precision it was written with;
/// order is that of time, to any digit.
public record StixTimestamp(String text) implements Comparable<StixTimestamp> {

  private static final String FORM = "dddd-dd-ddTdd:dd:dd";
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
    if (!isForm(text)) {
      return Optional.empty();
    }
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    boolean leap = second == LEAP_SECOND && hour * 100 + minute == LAST_SECOND_OF_DAY;
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              hour,
              minute,
              leap ? second - 1 : second);
      return Optional.of(time.toEpochSecond(ZoneOffset.UTC) + (leap ? 1 : 0));
    } catch (DateTimeException notInTheCalendar) {
      return Optional.empty();
    }
  }

  /// The form to the second, then a fraction of any length, then `Z`.
  private static boolean isForm(String text) {
    int end = text.length() - 1;
    if (end < FORM.length() || text.charAt(end) != 'Z') {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char form = FORM.charAt(i);
      char c = text.charAt(i);
      if (form == 'd' ? !isDigit(c) : c != form) {
        return false;
      }
    }
    if (end == FORM.length()) {
      return true;
    }
    int fraction = FORM.length() + 1;
    while (fraction < end && isDigit(text.charAt(fraction))) {
      fraction++;
    }
    return text.charAt(FORM.length()) == '.' && fraction == end && end > FORM.length() + 1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int start, int end) {
    return Integer.parseInt(text, start, end, 10);
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
