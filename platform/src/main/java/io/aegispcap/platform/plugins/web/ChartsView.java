package io.aegispcap.platform.plugins.web;

import io.aegispcap.analysis.chart.ChartAnswer;
import java.util.List;

/// Charts of plugins, side by side.
public record ChartsView(List<ChartFigure> figures) {
  public ChartsView {
    figures = List.copyOf(figures);
  }

  static ChartsView of(List<ChartAnswer> answers) {
    return new ChartsView(answers.stream().map(ChartFigure::new).toList());
  }
}
