package io.aegispcap.analysis.plugin;

import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.FlowObserver;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.FlowBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Shows flows to plugins, batch by batch, and takes what they find.
public final class PluginObserver implements FlowObserver, AutoCloseable {
  /// Facts of a flow that are shown; those beyond are left out.
  private static final int MAX_FACTS = 16;

  private final FlowLedger ledger = new FlowLedger();
  private final List<PluginWorker> workers = new ArrayList<>();
  private final boolean withFacts;
  private final boolean withFeatures;
  private final Map<FlowKey, List<SeenFlow.Said>> said = new HashMap<>();
  private List<SeenFlow> batch = new ArrayList<>(FlowBatch.MAX_FLOWS);

  public PluginObserver(List<DetectorSource> sources) {
    sources.forEach(source -> workers.add(new PluginWorker(source, ledger)));
    withFacts =
        granted(sources, Capability.Kind.READ_NAMES)
            || granted(sources, Capability.Kind.READ_PAYLOAD_FACTS);
    withFeatures = granted(sources, Capability.Kind.READ_FEATURES);
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
