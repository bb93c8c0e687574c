package io.aegispcap.plugin;

import java.util.Locale;
import java.util.regex.Pattern;

/// A chart: a question about data that the host holds, and how to draw the answer. There is no code
/// in it.
///
/// @param id lower case with dashes, unique in its plugin
/// @param title for people
/// @param shape how to draw it
/// @param query what to draw
public record Chart(String id, String title, Shape shape, Query query) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_.-]{0,127}");

  public Chart {
    if (!ID.matcher(id).matches() || title.isBlank() || title.length() > 200) {
      throw new IllegalArgumentException(
          "a chart has an id of lower case, digits and dashes, and a title of 1 to 200 characters");
    }
  }

  /// How a chart is drawn.
  public enum Shape {
    BAR,
    LINE,
    PIE,
    TABLE;

    /// Lower case, as wire formats write it.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What is asked.
  public enum Source {
    FLOWS,
    ALERTS,
    ANNOTATIONS,
    METRICS;

    /// Lower case, as wire formats write it.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The largest groups of a source.
  ///
  /// @param source what is grouped
  /// @param groupBy column whose values are the groups, by its ECS name
  /// @param sum column that is summed up; empty to count
  /// @param limit how many groups, 1 to 100
  public record Query(Source source, String groupBy, String sum, int limit) {
    public Query {
      if (!COLUMN.matcher(groupBy).matches()
          || !sum.isEmpty() && !COLUMN.matcher(sum).matches()
          || limit < 1
          || limit > 100) {
        throw new IllegalArgumentException("a query names columns, and asks for 1 to 100 groups");
      }
    }
  }
}
