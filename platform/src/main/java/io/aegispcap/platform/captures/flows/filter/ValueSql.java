package io.aegispcap.platform.captures.flows.filter;

import io.aegispcap.platform.captures.flows.filter.Field.Source;
import java.util.stream.Collectors;

/// The values that flows have of a field.
public final class ValueSql {
  private ValueSql() {}

  /// A query of one column `v`, a text, with a row for each flow and value.
  public static String of(Field field) {
    return field.sources().stream().map(ValueSql::of).collect(Collectors.joining(" UNION ALL "));
  }

  private static String of(Source source) {
    return switch (source) {
      case Source.Column column ->
          "SELECT CAST("
              + column.sql()
              + " AS VARCHAR) AS v FROM flows WHERE "
              + column.sql()
              + " IS NOT NULL";
      case Source.Fact fact ->
          "SELECT unnest(list_distinct("
              + fact.sql()
              + ")) AS v FROM flows WHERE contains(facts, '\""
              + fact.member()
              + "\":')";
    };
  }
}
