package io.aegispcap.analysis.plugin;

import io.aegispcap.analysis.chart.ChartBook;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.FlowObserver;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.Chart;
import io.aegispcap.plugin.FlowBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/// Shows flows to plugins, batch by batch, and takes what they find.
public final class PluginObserver implements FlowObserver, AutoCloseable {
  /// Facts of a flow that are shown; those beyond are left out.
  private static final int MAX_FACTS = 16;

  private final FlowLedger ledger = new FlowLedger();
  private final ChartBook charts;
  private final List<PluginWorker> workers = new ArrayList<>();
  private final boolean withFacts;
  private final boolean withFeatures;
  private final Map<FlowKey, List<SeenFlow.Said>> said = new HashMap<>();
  private List<SeenFlow> batch = new ArrayList<>(FlowBatch.MAX_FLOWS);

  /// @param charts takes those that plugins declare
  /// @param notes takes what they say of flows, when somebody keeps it
  public PluginObserver(List<DetectorSource> sources, ChartBook charts, Optional<FlowNotes> notes) {
    this.charts = charts;
    declare(sources);
    sources.forEach(source -> workers.add(worker(source, notes)));
    withFacts =
        granted(sources, Capability.Kind.READ_NAMES)
            || granted(sources, Capability.Kind.READ_PAYLOAD_FACTS);
    withFeatures = granted(sources, Capability.Kind.READ_FEATURES);
  }

  /// Asks all at once: each may take its time.
  private void declare(List<DetectorSource> sources) {
    List<FutureTask<List<Chart>>> asked = new ArrayList<>();
    for (DetectorSource source : sources) {
      FutureTask<List<Chart>> task = new FutureTask<>(source::charts);
      asked.add(task);
      Thread.ofPlatform().name("plugin-charts").daemon().start(task);
    }
    try {
      for (int i = 0; i < asked.size(); i++) {
        charts.add(sources.get(i).id(), asked.get(i).get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a plugin's charts could not be taken", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while plugins declared charts", e);
    }
  }

  private PluginWorker worker(DetectorSource source, Optional<FlowNotes> notes) {
    List<NoteColumn> columns = source.columns();
    int first = notes.map(it -> it.add(columns)).orElse(0);
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      places.put(columns.get(i).name(), first + i);
    }
    NoteSink sink =
        (frame, name, value) -> {
          charts.annotation(name, value);
          Integer place = places.get(name);
          if (notes.isPresent() && place != null) {
            notes.get().note(frame, place, value);
          }
        };
    return new PluginWorker(source, ledger, sink);
  }

  private static boolean granted(List<DetectorSource> sources, Capability.Kind kind) {
    return sources.stream().anyMatch(source -> source.granted().contains(Capability.of(kind)));
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (withFacts) {
      List<SeenFlow.Said> facts = said.computeIfAbsent(key, _ -> new ArrayList<>(2));
      if (facts.size() < MAX_FACTS) {
        facts.add(new SeenFlow.Said(fact.protocol(), FactParts.of(fact)));
      }
    }
  }

  @Override
  public void flow(Flow flow) {
    charts.flow(flow);
    List<SeenFlow.Said> facts = withFacts ? said.remove(flow.key()) : null;
    batch.add(SeenFlow.of(ledger.add(flow), flow, facts == null ? List.of() : facts, withFeatures));
    if (batch.size() == FlowBatch.MAX_FLOWS) {
      show();
    }
  }

  /// The end of the run: what was found, plugin by plugin.
  public void finish(Consumer<Finding> findings) {
    show();
    workers.forEach(worker -> worker.finish().forEach(findings));
  }

  /// Ends plugins that are still at work, when a run failed.
  @Override
  public void close() {
    workers.forEach(PluginWorker::stop);
  }

  private void show() {
    if (!batch.isEmpty()) {
      List<SeenFlow> full = List.copyOf(batch);
      workers.forEach(worker -> worker.show(full));
      batch = new ArrayList<>(FlowBatch.MAX_FLOWS);
    }
  }
}
