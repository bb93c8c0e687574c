package io.aegispcap.analysis.chart;

import io.aegispcap.plugin.Chart;
import java.util.List;

/// What a plugin said when it was asked for its charts.
///
/// @param problem why it declared none, one sentence for people; empty when it answered
public record DeclaredCharts(List<Chart> charts, String problem) {
  /// Of a plugin that draws nothing.
  public static final DeclaredCharts NONE = new DeclaredCharts(List.of(), "");

  public DeclaredCharts {
    charts = List.copyOf(charts);
  }
}
