package io.aegispcap.analysis.chart;

import io.aegispcap.analysis.text.ByteCount;
import io.aegispcap.analysis.text.PlainText;
import io.aegispcap.plugin.Chart;
import java.util.List;
import java.util.Locale;

/// A chart with its numbers.
///
/// @param plugin id of the plugin that declared it
/// @param id of the chart in its plugin
/// @param title for people
/// @param groupedBy what the groups are, as the chart names the column
/// @param measure what the numbers count or their unit, such as `flows` or `bytes`
/// @param groups in the order in which they are drawn
/// @param more how many groups there are beside these
/// @param problem why it can't be answered; empty when it was
public record ChartAnswer(
    String plugin,
    String id,
    String title,
    Chart.Shape shape,
    String groupedBy,
    String measure,
    List<Group> groups,
    long more,
    String problem) {
  private static final int LONGEST = 200;

  public ChartAnswer {
    title = harmless(title);
    problem = PlainText.of(problem);
    groups = List.copyOf(groups);
  }

  /// One group.
  ///
  /// @param name a value of the column; `none` where there is none
  /// @param value finite
  public record Group(String name, double value) {
    public Group {
      name = harmless(name);
    }
  }

  /// In the place of the charts of a plugin that declared none.
  ///
  /// @param problem one sentence
  public static ChartAnswer missing(String plugin, String problem) {
    return new ChartAnswer(
        plugin, "", "Charts of " + plugin, Chart.Shape.TABLE, "", "", List.of(), 0, problem);
  }

  /// The largest of them; 0 without groups.
  public double peak() {
    return groups.stream().mapToDouble(Group::value).max().orElse(0);
  }

  /// A number in the unit of this chart.
  public String text(double value) {
    if (measure.equals("bytes") && value >= 1000) {
      return ByteCount.of(value);
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%,.4g", value);
  }

  /// Texts come from plugins and captures.
  private static String harmless(String text) {
    int end =
        text.codePointCount(0, text.length()) <= LONGEST
            ? text.length()
            : text.offsetByCodePoints(0, LONGEST);
    return PlainText.of(text.substring(0, end));
  }
}
