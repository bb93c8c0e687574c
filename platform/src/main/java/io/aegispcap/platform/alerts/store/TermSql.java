package io.aegispcap.platform.alerts.store;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.inbox.Filter;
import io.aegispcap.platform.alerts.inbox.Term;
import io.aegispcap.platform.database.SqlInstant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The terms of a filter as conditions, and their values as parameters.
final class TermSql {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Map<String, Object> parameters = new HashMap<>();

  /// Conditions on a row `a` of `alert`, joined with its capture `c`; "true" where there are none.
  String conditions(List<Term> terms) {
    return terms.isEmpty()
        ? "true"
        : terms.stream().map(this::condition).collect(Collectors.joining(" and "));
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private String condition(Term term) {
    return switch (term) {
      case Term.Is is -> states(is.states());
      case Term.Gone _ -> "not a.found";
      case Term.Severe severe -> severities(severe.severities());
      case Term.Assigned(Optional<PersonId> person) ->
          person.map(id -> "a.assignee = " + value(id.value())).orElse("a.assignee is null");
      case Term.Host host -> "a.hosts @> array[" + value(host.name()) + "]::text[]";
      case Term.Detector detector -> "a.detector = " + value(detector.id());
      case Term.Technique technique -> technique(technique.id());
      case Term.InCapture capture -> capture(capture.idOrName());
      case Term.Because because -> "a.reason = " + value(because.reason().name());
      case Term.Since since -> "a.last_seen >= " + value(SqlInstant.of(since.from()));
      case Term.Before before -> "a.first_seen < " + value(SqlInstant.of(before.until()));
      case Term.Word word ->
          "a.words @@ to_tsquery('simple', " + value(beginning(word.text())) + ")";
      case Term.Not not -> "not coalesce(" + condition(not.term()) + ", false)";
    };
  }

  /// As an array even of one: told that they are all alike, the database would read by age instead
  /// of by severity, and read in vain where there are few.
  private static String severities(Set<Severity> severities) {
    return severities.stream()
        .map(severity -> Integer.toString(severity.ordinal()))
        .sorted()
        .collect(Collectors.joining(",", "a.severity = any ('{", "}')"));
  }

  /// The index of words finds the family; the ids tell who of it is meant.
  private String technique(String id) {
    return """
        a.words @@ to_tsquery('simple', %s)
         and exists (select from unnest(a.techniques) t where t = %s or starts_with(t, %s))"""
        .formatted(value(beginning(id.split("\\.", 2)[0])), value(id), value(id + "."));
  }

  private String capture(String idOrName) {
    return UUID_TEXT.matcher(idOrName).matches()
        ? "a.capture = " + value(UUID.fromString(idOrName))
        : "position(lower(" + value(idOrName) + ") in lower(c.name)) > 0";
  }

  /// A word that begins like this, in the syntax of `to_tsquery`.
  private static String beginning(String word) {
    return "'" + word.replace("\\", "\\\\").replace("'", "''").replace("\0", "") + "':*";
  }

  private String value(Object value) {
    String name = "t" + parameters.size();
    parameters.put(name, value instanceof String text ? text.replace("\0", "\uFFFD") : value);
    return ":" + name;
  }

  /// Active alerts have indexes of their own, with a condition that is spelled like this.
  private static String states(Set<State> states) {
    if (states.size() == State.values().length) {
      return "true";
    }
    return states.equals(Filter.ACTIVE)
        ? "a.state <> 'ARCHIVED'"
        : states.stream()
            .map(state -> "'" + state.name() + "'")
            .sorted()
            .collect(Collectors.joining(",", "a.state in (", ")"));
  }
}
