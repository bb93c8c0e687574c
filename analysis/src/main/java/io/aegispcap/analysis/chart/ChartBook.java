package io.aegispcap.analysis.chart;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.plugin.Chart;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Charts of all plugins at an analysis. Nobody waits for plugins to declare them: until then flows
/// are held. Flows and annotations are counted as they come, alerts and metrics at the end. What
/// nobody can answer says why.
public final class ChartBook implements Closeable {
  private final List<Asked> charts = new ArrayList<>();
  private final List<FlowChart> flowCharts = new ArrayList<>();
  private final List<ChartAnswer> missing = new ArrayList<>();
  private final Map<String, Tally> annotations = new HashMap<>();
  private final double[] numbers = new double[FlowColumns.NUMBERS];
  private Optional<HeldFlows> held = Optional.empty();
  private boolean expecting;
  private boolean needsFeatures;

  private record Asked(String plugin, Chart chart, Tally tally) {}

  private record FlowChart(int group, FlowColumns.Summand number, Tally tally) {}

  /// Before the first flow: some plugin may still declare charts.
  public synchronized void expect() throws IOException {
    expecting = true;
    held = Optional.of(HeldFlows.create());
  }

  /// All that plugins declared, by plugin, in their order; from now on flows are counted.
  public synchronized void declared(Map<String, DeclaredCharts> said) throws IOException {
    said.forEach(this::add);
    expecting = false;
    if (held.isPresent()) {
      try (HeldFlows before = held.get()) {
        held = Optional.empty();
        if (!flowCharts.isEmpty()) {
          before.replay(this::count);
        }
      }
    }
    annotations
        .keySet()
        .retainAll(
            charts.stream()
                .map(asked -> asked.chart().query())
                .filter(query -> query.source() == Chart.Source.ANNOTATIONS)
                .map(Chart.Query::groupBy)
                .collect(Collectors.toSet()));
  }

  private void add(String plugin, DeclaredCharts declared) {
    for (Chart chart : declared.charts()) {
      Chart.Query query = chart.query();
      Asked asked = new Asked(plugin, chart, tally(query));
      charts.add(asked);
      Optional<Integer> group = FlowColumns.group(query.groupBy());
      Optional<FlowColumns.Summand> number = FlowColumns.number(query.sum());
      if (query.source() == Chart.Source.FLOWS && group.isPresent() && number.isPresent()) {
        flowCharts.add(new FlowChart(group.get(), number.get(), asked.tally()));
        needsFeatures |= number.get().isFeature();
      }
    }
    if (!declared.problem().isEmpty()) {
      missing.add(ChartAnswer.missing(plugin, declared.problem()));
    }
  }

  /// Charts of one annotation count the same.
  private Tally tally(Chart.Query query) {
    return query.source() == Chart.Source.ANNOTATIONS
        ? annotations.computeIfAbsent(query.groupBy(), _ -> new Tally())
        : new Tally();
  }

  /// Whether no more flows should be held: [#declared] is due.
  public boolean full() {
    return held.map(HeldFlows::full).orElse(false);
  }

  /// A flow ended.
  public void flow(Flow flow) throws IOException {
    if (held.isPresent()) {
      held.get().add(flow);
    } else if (!flowCharts.isEmpty()) {
      FlowColumns.numbers(flow, needsFeatures, numbers);
      for (FlowChart chart : flowCharts) {
        chart.tally().add(FlowColumns.text(flow, chart.group()), numbers[chart.number().place()]);
      }
    }
  }

  private void count(String[] texts, double[] values) {
    for (FlowChart chart : flowCharts) {
      chart.tally().add(texts[chart.group()], values[chart.number().place()]);
    }
  }

  /// A plugin said something of a flow; from any thread.
  public synchronized void annotation(String name, String value) {
    Tally tally =
        expecting ? annotations.computeIfAbsent(name, _ -> new Tally()) : annotations.get(name);
    if (tally != null) {
      tally.add(value, 1);
    }
  }

  /// All charts in the order of their plugins, once everything is known; then who declared none.
  public synchronized List<ChartAnswer> answers(List<Alert> alerts, List<ShownMetric> metrics) {
    List<ChartAnswer> answers = new ArrayList<>();
    charts.forEach(asked -> answers.add(answer(asked, alerts, metrics)));
    answers.addAll(missing);
    return answers;
  }

  /// Lets go of what is held, when an analysis failed.
  @Override
  public synchronized void close() throws IOException {
    if (held.isPresent()) {
      held.get().close();
    }
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
