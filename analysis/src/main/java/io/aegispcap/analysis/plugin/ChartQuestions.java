package io.aegispcap.analysis.plugin;

import io.aegispcap.analysis.chart.DeclaredCharts;
import io.aegispcap.plugin.Capability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Asks all plugins that may draw for their charts, at once and beside the analysis: each has the
/// time of one answer, and so have all of them together.
final class ChartQuestions {
  private final Map<String, FutureTask<DeclaredCharts>> asked = new LinkedHashMap<>();

  ChartQuestions(List<DetectorSource> sources) {
    for (DetectorSource source : sources) {
      if (source.granted().contains(Capability.of(Capability.Kind.WRITE_VISUALIZATIONS))) {
        asked.put(source.id(), new FutureTask<>(source::charts));
      }
    }
    asked.values().forEach(task -> Thread.ofPlatform().name("plugin-charts").daemon().start(task));
  }

  boolean isEmpty() {
    return asked.isEmpty();
  }

  /// Whether nobody has to be waited for.
  boolean answered() {
    for (FutureTask<DeclaredCharts> task : asked.values()) {
      if (!task.isDone()) {
        return false;
      }
    }
    return true;
  }

  /// What each said, in their order; waits for those that still think.
  Map<String, DeclaredCharts> answers() {
    Map<String, DeclaredCharts> said = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, FutureTask<DeclaredCharts>> each : asked.entrySet()) {
        said.put(each.getKey(), each.getValue().get());
      }
      return said;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a plugin's charts could not be taken", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while plugins declared charts", e);
    }
  }
}
