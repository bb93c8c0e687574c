package io.aegispcap.platform.plugins.web;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.plugin.Chart;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// A plugin's chart as it is drawn: numbers in a table, and the same as data for the script that
/// draws it.
public record ChartFigure(ChartAnswer answer) {

  private record Data(
      String shape, String measure, List<ChartAnswer.Group> groups, List<String> texts) {}

  /// For the script; empty where there is nothing to draw.
  public String json() {
    boolean drawn =
        answer.shape() != Chart.Shape.TABLE && !answer.groups().isEmpty() && answer.peak() > 0;
    return drawn
        ? JsonMapper.shared()
            .writeValueAsString(
                new Data(
                    answer.shape().label(),
                    answer.measure(),
                    answer.groups(),
                    answer.groups().stream().map(this::text).toList()))
        : "";
  }

  public String text(ChartAnswer.Group group) {
    return answer.text(group.value());
  }

  public String more() {
    return answer.more() == 1 ? "1 more is not shown." : answer.more() + " more are not shown.";
  }
}
