package io.aegispcap.platform.plugins;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.platform.captures.CaptureId;
import java.time.Instant;
import java.util.List;

/// Charts that plugins declared, with the numbers of the latest analysis of each capture. Whether
/// somebody may see the capture is asked before.
public interface PluginCharts {

  /// Charts of a plugin on one capture.
  record Drawn(CaptureId capture, Instant at, List<ChartAnswer> answers) {
    public Drawn {
      answers = List.copyOf(answers);
    }
  }

  /// Forgets what was drawn of the capture before.
  void clear(CaptureId capture);

  void put(CaptureId capture, PluginId plugin, List<ChartAnswer> answers, Instant now);

  /// In the order in which plugins run.
  List<ChartAnswer> of(CaptureId capture);

  /// The latest first.
  List<Drawn> latest(PluginId plugin, int most);
}
