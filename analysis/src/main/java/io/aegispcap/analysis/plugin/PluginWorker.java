package io.aegispcap.analysis.plugin;

import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.FlowBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// Shows batches to one plugin on a thread of its own, so that a slow one keeps others waiting only
/// when [#WAITING] batches have gathered.
final class PluginWorker {
  private static final int WAITING = 64;

  /// A batch, or the end.
  private sealed interface Work {
    record Batch(List<SeenFlow> flows) implements Work {}

    record End() implements Work {}
  }

  private final DetectorSource source;
  private final FlowLedger ledger;
  private final NoteSink notes;
  private final Set<Capability> granted;
  private final Pseudonyms pseudonyms = new Pseudonyms();
  private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(WAITING);
  private final FutureTask<List<Finding>> result = new FutureTask<>(this::work);

  /// @param notes takes what it says of flows; addresses stand in it again
  PluginWorker(DetectorSource source, FlowLedger ledger, NoteSink notes) {
    this.source = source;
    this.ledger = ledger;
    this.notes =
        (flow, name, value) -> notes.note(ledger.firstFrame(flow), name, pseudonyms.resolve(value));
    granted = source.granted();
    Thread.ofPlatform().name("plugin-worker").daemon().start(result);
  }

  void show(List<SeenFlow> flows) {
    put(new Work.Batch(flows));
  }

  /// All that it found, in its own order.
  List<Finding> finish() {
    put(new Work.End());
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a plugin's findings could not be taken", e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// Ends it early.
  void stop() {
    result.cancel(true);
  }

  private void put(Work work) {
    try {
      while (!result.isDone() && !queue.offer(work, 1, TimeUnit.SECONDS)) {} // full, and it works
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while plugins were at work", e);
  }

  private List<Finding> work() throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    while (queue.take() instanceof Work.Batch(List<SeenFlow> flows)) {
      FlowBatch batch =
          new FlowBatch(flows.stream().map(flow -> flow.shown(granted, pseudonyms)).toList());
      take(source.process(batch, notes), findings);
    }
    take(source.endOfCapture(notes), findings);
    return findings;
  }

  private void take(List<PluginFinding> found, List<Finding> findings) {
    for (PluginFinding finding : found) {
      findings.add(
          new Finding(
              finding.rule(),
              pseudonyms.resolve(finding.subject()),
              finding.target().map(pseudonyms::resolve),
              pseudonyms.resolve(finding.sentence()),
              finding.severity(),
              finding.confidence(),
              finding.reason(),
              ledger.start(finding.flows()),
              ledger.end(finding.flows()),
              finding.count(),
              finding.measures(),
              ledger.evidence(finding.flows())));
    }
  }
}
