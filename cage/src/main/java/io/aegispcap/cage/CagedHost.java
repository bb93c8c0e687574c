package io.aegispcap.cage;

import io.aegispcap.cage.wire.MetricKind;
import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.cage.wire.ToHost;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.Host;
import io.aegispcap.plugin.Metrics;
import io.aegispcap.plugin.Store;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the host lends, as seen from inside.
final class CagedHost implements Host, Metrics {
  private static final int MAX_LINES = 1000;
  private static final int MAX_LINE = 1000;

  private final ToChild.Begin begin;
  private final Permits permits;
  private final Answers answers;
  private final CagedStore store;
  private int lines;

  CagedHost(ToChild.Begin begin, Permits permits, Answers answers, CagedStore store) {
    this.begin = begin;
    this.permits = permits;
    this.answers = answers;
    this.store = store;
  }

  @Override
  public Set<String> capabilities() {
    return begin.granted().stream().map(Capability::toString).collect(Collectors.toSet());
  }

  @Override
  public Map<String, String> settings() {
    return begin.settings();
  }

  @Override
  public Metrics metrics() {
    return this;
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public void log(String line) {
    if (lines < MAX_LINES) {
      lines++;
      answers.send(new ToHost.Log(line.substring(0, Math.min(MAX_LINE, line.length()))));
    }
  }

  @Override
  public void count(String name, double by) {
    if (by < 0) {
      throw new IllegalArgumentException("a counter only grows: " + name);
    }
    metric(MetricKind.COUNTER, name, by);
  }

  @Override
  public void gauge(String name, double value) {
    metric(MetricKind.GAUGE, name, value);
  }

  @Override
  public void observe(String name, double value) {
    metric(MetricKind.HISTOGRAM, name, value);
  }

  private void metric(MetricKind kind, String name, double value) {
    permits.require(Capability.Kind.WRITE_METRICS);
    if (begin.declared().metrics().get(name) != kind || !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "the manifest declares no " + kind + " " + name + ", or its value is not finite");
    }
    answers.send(new ToHost.Metric(kind, name, value));
  }
}
