package io.aegispcap.analysis.chart;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.plugin.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Charts of all plugins at an analysis. Flows and annotations are counted as they come, alerts and
/// metrics at the end. What nobody can answer says why.
public final class ChartBook {
  private final List<Asked> charts = new ArrayList<>();
  private final List<FlowChart> flowCharts = new ArrayList<>();
  private final double[] features = new double[FeatureSchema.V1.size()];
  private boolean needsFeatures;

  private record Asked(String plugin, Chart chart, Tally tally) {}

  private record FlowChart(Function<Flow, String> group, FlowColumns.Summand number, Tally tally) {}

  /// Takes a plugin's charts, before the first flow.
  public void add(String plugin, List<Chart> declared) {
    for (Chart chart : declared) {
      Asked asked = new Asked(plugin, chart, new Tally());
      charts.add(asked);
      if (chart.query().source() == Chart.Source.FLOWS) {
        addFlowChart(asked);
      }
    }
  }

  private void addFlowChart(Asked asked) {
    Chart.Query query = asked.chart().query();
    Optional<Function<Flow, String>> group = FlowColumns.group(query.groupBy());
    Optional<FlowColumns.Summand> number = FlowColumns.number(query.sum());
    if (group.isPresent() && number.isPresent()) {
      flowCharts.add(new FlowChart(group.get(), number.get(), asked.tally()));
      needsFeatures |= number.get().feature() >= 0;
    }
  }

  /// Whether anything is asked.
  public boolean isEmpty() {
    return charts.isEmpty();
  }

  /// A flow ended.
  public void flow(Flow flow) {
    if (flowCharts.isEmpty()) {
      return;
    }
    if (needsFeatures) {
      FeatureSchema.V1.compute(flow, features);
    }
    for (FlowChart chart : flowCharts) {
      chart.tally().add(chart.group().apply(flow), chart.number().of(flow, features));
    }
  }

  /// A plugin said something of a flow; from any thread.
  public synchronized void annotation(String name, String value) {
    for (Asked asked : charts) {
      Chart.Query query = asked.chart().query();
      if (query.source() == Chart.Source.ANNOTATIONS && query.groupBy().equals(name)) {
        asked.tally().add(value, 1);
      }
    }
  }

  /// All charts in the order of their plugins, once everything is known.
  public synchronized List<ChartAnswer> answers(List<Alert> alerts, List<ShownMetric> metrics) {
    return charts.stream().map(asked -> answer(asked, alerts, metrics)).toList();
  }

  private static ChartAnswer answer(Asked asked, List<Alert> alerts, List<ShownMetric> metrics) {
    Chart.Query query = asked.chart().query();
    return switch (query.source()) {
      case FLOWS -> flows(asked);
      case ALERTS -> alerts(asked, alerts);
      case ANNOTATIONS ->
          query.sum().isEmpty()
              ? answered(asked, asked.tally(), "annotated flows")
              : refused(asked, "Annotations can be counted, and not be summed up.");
      case METRICS -> metrics(asked, metrics);
    };
  }

  private static ChartAnswer flows(Asked asked) {
    Chart.Query query = asked.chart().query();
    Optional<FlowColumns.Summand> number = FlowColumns.number(query.sum());
    if (FlowColumns.group(query.groupBy()).isEmpty()) {
      return refused(
          asked,
          "Flows can't be grouped by " + query.groupBy() + ", but by " + FlowColumns.GROUPS + ".");
    }
    return number
        .map(it -> answered(asked, asked.tally(), it.unit()))
        .orElseGet(() -> refused(asked, "Flows have no number " + query.sum() + "."));
  }

  private static ChartAnswer alerts(Asked asked, List<Alert> alerts) {
    Chart.Query query = asked.chart().query();
    Optional<Function<Alert, String>> group = AlertColumns.group(query.groupBy());
    Optional<ToDoubleFunction<Alert>> number = AlertColumns.number(query.sum());
    if (group.isEmpty()) {
      return refused(
          asked,
          "Alerts can't be grouped by "
              + query.groupBy()
              + ", but by "
              + AlertColumns.GROUPS
              + ".");
    }
    if (number.isEmpty()) {
      return refused(asked, "Alerts can be summed up by count and packets alone.");
    }
    Tally tally = new Tally();
    alerts.forEach(alert -> tally.add(group.get().apply(alert), number.get().applyAsDouble(alert)));
    return answered(asked, tally, query.sum().equals("packets") ? "packets" : "alerts");
  }

  private static ChartAnswer metrics(Asked asked, List<ShownMetric> metrics) {
    Chart.Query query = asked.chart().query();
    boolean known = List.of("name", "plugin", "unit").contains(query.groupBy());
    if (!known || !(query.sum().isEmpty() || query.sum().equals("value"))) {
      return refused(asked, "Metrics are grouped by name, plugin or unit, and summed up by value.");
    }
    Tally tally = new Tally();
    for (ShownMetric metric : metrics) {
      tally.add(
          switch (query.groupBy()) {
            case "plugin" -> metric.plugin();
            case "unit" -> metric.unit();
            default -> metric.name();
          },
          metric.value());
    }
    return answered(asked, tally, "value");
  }

  private static ChartAnswer answered(Asked asked, Tally tally, String measure) {
    Chart chart = asked.chart();
    List<ChartAnswer.Group> shown = tally.shown(chart.shape(), chart.query().limit());
    return new ChartAnswer(
        asked.plugin(),
        chart.id(),
        chart.title(),
        chart.shape(),
        chart.query().groupBy(),
        measure,
        shown,
        tally.groups() - shown.size(),
        "");
  }

  private static ChartAnswer refused(Asked asked, String problem) {
    Chart chart = asked.chart();
    return new ChartAnswer(
        asked.plugin(),
        chart.id(),
        chart.title(),
        chart.shape(),
        chart.query().groupBy(),
        "",
        List.of(),
        0,
        problem);
  }
}
