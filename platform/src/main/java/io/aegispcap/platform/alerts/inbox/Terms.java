package io.aegispcap.platform.alerts.inbox;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.State;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The terms of filters, by the words before their colons.
final class Terms {
  private static final String KEYS =
      "is, severity, assignee, host, detector, technique, capture, reason, since, before, sort";
  private static final String STATES =
      "Choose is:open, is:in-progress, is:escalated, is:archived, is:active, is:any or is:gone.";

  private final Function<String, Optional<PersonId>> people;
  private final Optional<PersonId> me;

  Terms(Function<String, Optional<PersonId>> people, Optional<PersonId> me) {
    this.people = people;
    this.me = me;
  }

  Term term(String key, String value) throws UnknownValueException {
    if (!key.isEmpty() && value.isEmpty()) {
      throw new UnknownValueException("Something is missing behind " + key + ":.");
    }
    return switch (key) {
      case "" -> new Term.Word(value);
      case "is" -> is(value);
      case "severity" -> new Term.Severe(severities(value.toLowerCase(Locale.ROOT)));
      case "assignee" -> new Term.Assigned(person(value));
      case "host" -> new Term.Host(value.toLowerCase(Locale.ROOT));
      case "detector" -> new Term.Detector(value);
      case "technique" -> new Term.Technique(value.toUpperCase(Locale.ROOT));
      case "capture" -> new Term.InCapture(value);
      case "reason" -> new Term.Because(reason(value));
      case "since" -> new Term.Since(instant(value));
      case "before" -> new Term.Before(instant(value));
      default ->
          throw new UnknownValueException(
              "There is no "
                  + key
                  + ":. There are "
                  + KEYS
                  + "; put words with a colon into quotes.");
    };
  }

  private static Term is(String value) throws UnknownValueException {
    Set<State> states = EnumSet.noneOf(State.class);
    for (String word : value.toLowerCase(Locale.ROOT).split(",")) {
      switch (word) {
        case "gone" -> {
          return new Term.Gone();
        }
        case "active" -> states.addAll(Filter.ACTIVE);
        case "any" -> states.addAll(EnumSet.allOf(State.class));
        default ->
            states.add(State.parse(word).orElseThrow(() -> new UnknownValueException(STATES)));
      }
    }
    return new Term.Is(states);
  }

  private static Set<Severity> severities(String value) throws UnknownValueException {
    Set<Severity> chosen = EnumSet.noneOf(Severity.class);
    for (String word : value.split(",")) {
      if (word.startsWith(">=")) {
        chosen.addAll(EnumSet.range(severity(word.substring(2)), Severity.CRITICAL));
      } else if (word.startsWith("<=")) {
        chosen.addAll(EnumSet.range(Severity.INFO, severity(word.substring(2))));
      } else {
        chosen.add(severity(word));
      }
    }
    return chosen;
  }

  private static Severity severity(String label) throws UnknownValueException {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownValueException(
                    "Severities are info, low, medium, high and critical, such as"
                        + " severity:>=high."));
  }

  private Optional<PersonId> person(String value) throws UnknownValueException {
    String handle = value.startsWith("@") ? value.substring(1) : value;
    return switch (handle.toLowerCase(Locale.ROOT)) {
      case "none" -> Optional.empty();
      case "me" ->
          Optional.of(me.orElseThrow(() -> new UnknownValueException("Sign in to be me.")));
      default ->
          Optional.of(
              people
                  .apply(handle)
                  .orElseThrow(
                      () -> new UnknownValueException("Nobody here is called " + handle + ".")));
    };
  }

  private static Reason reason(String value) throws UnknownValueException {
    return Reason.parse(value.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new UnknownValueException(
                    "Reasons are "
                        + Arrays.stream(Reason.values())
                            .map(Reason::slug)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static Instant instant(String value) throws UnknownValueException {
    try {
      return value.contains("T")
          ? Instant.parse(value)
          : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException _) {
      throw new UnknownValueException(
          "Write a day as 2026-11-22 or a moment as 2026-11-22T22:10:00Z.");
    }
  }
}
