package io.aegispcap.testkit.plugin;

import io.aegispcap.plugin.Alert;
import io.aegispcap.plugin.AlertBatch;
import io.aegispcap.plugin.Analyzer;
import io.aegispcap.plugin.Annotations;
import io.aegispcap.plugin.Chart;
import io.aegispcap.plugin.Detector;
import io.aegispcap.plugin.Finding;
import io.aegispcap.plugin.Flow;
import io.aegispcap.plugin.FlowBatch;
import io.aegispcap.plugin.Host;
import io.aegispcap.plugin.Http;
import io.aegispcap.plugin.Integration;
import io.aegispcap.plugin.Metrics;
import io.aegispcap.plugin.Plugin;
import io.aegispcap.plugin.Store;
import io.aegispcap.plugin.Visualization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Runs a plugin from its first call to its last, in the test's own process, and records what it
/// says. Everything is granted: what a package asks for is tried by `aegis plugin run`.
public final class PluginTrial {
  private final Map<String, String> settings = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Chart> charts = new ArrayList<>();
  private final List<String> posts = new ArrayList<>();
  private final Map<String, Double> metrics = new TreeMap<>();
  private final Map<String, String> kept = new HashMap<>();
  private int status = 200;

  /// Sets a setting before the plugin runs.
  public PluginTrial setting(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /// What calls are answered with; 200 unless told otherwise.
  public PluginTrial answering(int httpStatus) {
    status = httpStatus;
    return this;
  }

  /// Shows it these flows, in batches as a host would.
  public PluginTrial run(Plugin plugin, List<Flow> flows) {
    plugin.initialize(new TrialHost());
    for (int from = 0; from < flows.size(); from += FlowBatch.MAX_FLOWS) {
      int to = Math.min(flows.size(), from + FlowBatch.MAX_FLOWS);
      FlowBatch batch = new FlowBatch(flows.subList(from, to));
      switch (plugin) {
        case Detector detector -> detector.process(batch, findings::add);
        case Analyzer analyzer -> analyzer.process(batch, new Notes());
        case Integration _, Visualization _ ->
            throw new IllegalArgumentException("this kind of plugin is not shown flows");
      }
    }
    switch (plugin) {
      case Detector detector -> detector.endOfCapture(findings::add);
      case Analyzer analyzer -> analyzer.endOfCapture(new Notes());
      case Integration _ -> {}
      case Visualization visualization -> visualization.process(charts::add);
    }
    plugin.cleanup();
    return this;
  }

  /// Shows an integration these alerts.
  public PluginTrial alert(Integration plugin, List<Alert> alerts) {
    plugin.initialize(new TrialHost());
    plugin.process(
        new AlertBatch(alerts),
        (url, _, body) -> {
          posts.add(url + " " + body);
          return new Http.Response(status, "");
        });
    plugin.cleanup();
    return this;
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /// Each as `flow NUMBER: NAME = VALUE`.
  public List<String> notes() {
    return List.copyOf(notes);
  }

  public List<Chart> charts() {
    return List.copyOf(charts);
  }

  /// Each as the address, a space and the body.
  public List<String> posts() {
    return List.copyOf(posts);
  }

  /// Sums of counters and histograms, last values of gauges.
  public Map<String, Double> metrics() {
    return Map.copyOf(metrics);
  }

  private final class Notes implements Annotations {
    @Override
    public void feature(Flow flow, String name, double value) {
      notes.add("flow " + flow.number() + ": " + name + " = " + value);
    }

    @Override
    public void annotate(Flow flow, String name, String text) {
      notes.add("flow " + flow.number() + ": " + name + " = " + text);
    }
  }

  private final class TrialHost implements Host, Metrics, Store {
    @Override
    public Set<String> capabilities() {
      return Set.of();
    }

    @Override
    public Map<String, String> settings() {
      return Map.copyOf(settings);
    }

    @Override
    public Metrics metrics() {
      return this;
    }

    @Override
    public Store store() {
      return this;
    }

    @Override
    public void log(String line) {
      notes.add(line);
    }

    @Override
    public void count(String name, double by) {
      metrics.merge(name, by, Double::sum);
    }

    @Override
    public void gauge(String name, double value) {
      metrics.put(name, value);
    }

    @Override
    public void observe(String name, double value) {
      metrics.merge(name, value, Double::sum);
    }

    @Override
    public Optional<String> get(String key) {
      return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void put(String key, String value) {
      kept.put(key, value);
    }

    @Override
    public void remove(String key) {
      kept.remove(key);
    }

    @Override
    public Set<String> keys() {
      return Set.copyOf(kept.keySet());
    }
  }
}
