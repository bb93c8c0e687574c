package io.aegispcap.platform.alerts.inbox;

import io.aegispcap.platform.access.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads filters such as `is:escalated severity:>=high -host:10.0.0.5 tunnel`.
public final class FilterReader {
  private static final int LONGEST = 1000;
  private static final int MOST_TERMS = 24;

  /// An optional minus, then a key with a colon and perhaps a value, or a value alone; values are
  /// in quotes or without spaces.
  private static final Pattern WORD =
      Pattern.compile(
          "(?<not>-?)(?:(?<key>[a-z]+):(?:\"(?<quoted>[^\"]*)\"|(?<value>\\S*))"
              + "|\"(?<phrase>[^\"]*)\"|(?<word>\\S+))");

  private final Terms terms;

  /// @param people finds somebody by their handle
  /// @param me who asks, for `assignee:me`
  public FilterReader(Function<String, Optional<PersonId>> people, Optional<PersonId> me) {
    this.terms = new Terms(people, me);
  }

  public FilterReading read(String typed) {
    String text = typed.strip();
    if (text.length() > LONGEST) {
      return new FilterReading.Misunderstood(
          LONGEST, "A filter has at most " + LONGEST + " characters.");
    }
    List<Term> found = new ArrayList<>();
    Filter.Order order = Filter.Order.SEVERITY;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String key = Optional.ofNullable(word.group("key")).orElse("");
      try {
        if (key.equals("sort")) {
          order = order(value(word));
        } else {
          Term term = terms.term(key, value(word));
          found.add(word.group("not").isEmpty() ? term : new Term.Not(term));
        }
      } catch (UnknownValueException unknown) {
        return new FilterReading.Misunderstood(word.start(), unknown.why());
      }
    }
    return found.size() > MOST_TERMS
        ? new FilterReading.Misunderstood(0, "A filter has at most " + MOST_TERMS + " terms.")
        : new FilterReading.Understood(new Filter(text, found, order));
  }

  private static String value(Matcher word) {
    return Stream.of("quoted", "value", "phrase", "word")
        .map(word::group)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static Filter.Order order(String value) throws UnknownValueException {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "severity" -> Filter.Order.SEVERITY;
      case "newest" -> Filter.Order.NEWEST;
      default -> throw new UnknownValueException("Sort by severity or newest.");
    };
  }
}
