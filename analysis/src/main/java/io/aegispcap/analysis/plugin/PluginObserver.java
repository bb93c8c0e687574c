package io.aegispcap.analysis.plugin;

import io.aegispcap.analysis.chart.ChartBook;
import io.aegispcap.analysis.chart.DeclaredCharts;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.FlowObserver;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.FlowBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Shows flows to plugins, batch by batch, and takes what they find. Each works on a thread of its
/// own; the analysis waits for one only when many batches have gathered for it, for all that are
/// behind at the same time, and not without end.
public final class PluginObserver implements FlowObserver, AutoCloseable {
  /// Facts of a flow that are shown; those beyond are left out.
  private static final int MAX_FACTS = 16;

  private final FlowLedger ledger = new FlowLedger();
  private final ChartBook charts;
  private final ChartQuestions questions;
  private final List<PluginWorker> workers = new ArrayList<>();
  private final boolean withFacts;
  private final boolean withFeatures;
  private final Map<FlowKey, List<SeenFlow.Said>> said = new HashMap<>();
  private boolean declared;
  private List<SeenFlow> batch = new ArrayList<>(FlowBatch.MAX_FLOWS);

  /// @param charts takes those that plugins declare
  /// @param notes takes what they say of flows, when somebody keeps it
  public PluginObserver(List<DetectorSource> sources, ChartBook charts, Optional<FlowNotes> notes) {
    this.charts = charts;
    questions = new ChartQuestions(sources);
    declared = questions.isEmpty();
    if (!declared) {
      held(charts::expect);
    }
    int shares = Math.ceilDiv(sources.size(), Runtime.getRuntime().availableProcessors());
    sources.forEach(source -> workers.add(worker(source, Math.max(1, shares), notes)));
    withFacts =
        granted(sources, Capability.Kind.READ_NAMES)
            || granted(sources, Capability.Kind.READ_PAYLOAD_FACTS);
    withFeatures = granted(sources, Capability.Kind.READ_FEATURES);
  }

  private interface Holding {
    void run() throws IOException;
  }

  private static void held(Holding holding) {
    try {
      holding.run();
    } catch (IOException e) {
      throw new UncheckedIOException("flows can't be held for charts of plugins", e);
    }
  }

  private void declare() {
    if (!declared) {
      Map<String, DeclaredCharts> said = questions.answers();
      held(() -> charts.declared(said));
      declared = true;
    }
  }

  /// @param shares how many plugins there are for each processor
  private PluginWorker worker(DetectorSource source, int shares, Optional<FlowNotes> notes) {
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
    return new PluginWorker(source, ledger, sink, source.patience().multipliedBy(shares));
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
    if (!declared && (questions.answered() || charts.full())) {
      declare();
    }
    held(() -> charts.flow(flow));
    List<SeenFlow.Said> facts = withFacts ? said.remove(flow.key()) : null;
    batch.add(SeenFlow.of(ledger.add(flow), flow, facts == null ? List.of() : facts, withFeatures));
    if (batch.size() == FlowBatch.MAX_FLOWS) {
      show();
    }
  }

  /// The end of the run: what was found, plugin by plugin.
  public void finish(Consumer<Finding> findings) {
    show();
    workers.forEach(PluginWorker::end);
    declare();
    long begun = System.nanoTime();
    workers.forEach(worker -> worker.findings(begun).forEach(findings));
  }

  /// Ends plugins that are still at work, when a run failed.
  @Override
  public void close() {
    workers.forEach(PluginWorker::stop);
    held(charts::close);
  }

  private void show() {
    if (!batch.isEmpty()) {
      List<SeenFlow> full = List.copyOf(batch);
      List<PluginWorker> behind = new ArrayList<>(workers);
      behind.removeIf(worker -> worker.takes(full));
      while (!behind.isEmpty()) {
        long begun = System.nanoTime();
        behind.getFirst().awaitRoom();
        long waited = System.nanoTime() - begun;
        behind.forEach(worker -> worker.waited(waited));
        behind.removeIf(worker -> worker.takes(full));
      }
      batch = new ArrayList<>(FlowBatch.MAX_FLOWS);
    }
  }
}
