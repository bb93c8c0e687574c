package io.aegispcap.platform.plugins.running;

import io.aegispcap.extension.running.MetricValue;
import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.sandbox.PluginFailure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/// What plugins count, under their names; and what they cost.
@Component
class PluginMetrics {
  private final MeterRegistry registry;
  private final Map<String, AtomicReference<Double>> gauges = new ConcurrentHashMap<>();
  private final Counter cpu;
  private final Counter failures;

  PluginMetrics(MeterRegistry registry) {
    this.registry = registry;
    cpu =
        Counter.builder("aegis.plugins.cpu")
            .description("Processor time that plugins used.")
            .baseUnit("seconds")
            .register(registry);
    failures =
        Counter.builder("aegis.plugins.failures")
            .description("Answers of plugins that failed.")
            .register(registry);
  }

  void add(PluginOutcome outcome) {
    cpu.increment(outcome.usage().cpu().toMillis() / 1000.0);
    for (PluginFailure _ : outcome.failures()) {
      failures.increment();
    }
    for (MetricValue metric : outcome.metrics()) {
      add(outcome.manifest().id(), metric);
    }
  }

  private void add(String plugin, MetricValue metric) {
    Tags tags = Tags.of("plugin", plugin, "metric", metric.name(), "unit", metric.unit());
    switch (metric.kind()) {
      case COUNTER -> registry.counter("aegis.plugin.counter", tags).increment(metric.value());
      case GAUGE ->
          gauges
              .computeIfAbsent(
                  plugin + " " + metric.name(),
                  _ -> {
                    AtomicReference<Double> held = new AtomicReference<>(0.0);
                    registry.gauge("aegis.plugin.gauge", tags, held, AtomicReference::get);
                    return held;
                  })
              .set(metric.value());
      case HISTOGRAM ->
          registry
              .summary("aegis.plugin.histogram", tags)
              .record(metric.value() / Math.max(1, metric.count()));
    }
  }
}
