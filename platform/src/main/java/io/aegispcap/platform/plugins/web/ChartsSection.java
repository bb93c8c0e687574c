package io.aegispcap.platform.plugins.web;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.platform.captures.CaptureSection;
import io.aegispcap.platform.captures.CaptureView;
import io.aegispcap.platform.plugins.PluginCharts;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Charts of plugins, on the page of a capture.
@Component
@Order(60)
class ChartsSection implements CaptureSection {
  private final PluginCharts charts;

  ChartsSection(PluginCharts charts) {
    this.charts = charts;
  }

  @Override
  public Optional<Part> of(CaptureView view) {
    List<ChartAnswer> answers = charts.of(view.capture().id());
    return answers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Part("charts", "Charts of plugins", "plugins/charts", ChartsView.of(answers)));
  }
}
