package io.aegispcap.analysis.plugin;

import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.FlowBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Shows batches to one plugin on a thread of its own, so that a slow one keeps others waiting only
/// when [#WAITING] batches have gathered. One that keeps an analysis waiting beyond patience is
/// abandoned: what it found until then counts.
final class PluginWorker {
  private static final int WAITING = 64;
  private static final Duration LOOK = Duration.ofMillis(100);

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
  private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
  private final FutureTask<List<Finding>> result = new FutureTask<>(this::work);
  private final long patience;
  private long waited;
  private boolean abandoned;

  /// @param notes takes what it says of flows; addresses stand in it again
  /// @param patience how long the analysis may wait for it in all
  PluginWorker(DetectorSource source, FlowLedger ledger, NoteSink notes, Duration patience) {
    this.source = source;
    this.ledger = ledger;
    this.patience = patience.toNanos();
    this.notes =
        (flow, name, value) -> notes.note(ledger.firstFrame(flow), name, pseudonyms.resolve(value));
    granted = source.granted();
    Thread.ofPlatform().name("plugin-worker").daemon().start(result);
  }

  /// @return false when it is behind, and there is no room
  boolean takes(List<SeenFlow> flows) {
    return result.isDone() || queue.size() < WAITING && queue.add(new Work.Batch(flows));
  }

  /// Waits a little for room.
  void awaitRoom() {
    long end = System.nanoTime() + LOOK.toNanos();
    try {
      while (!result.isDone() && queue.size() >= WAITING && System.nanoTime() - end < 0) {
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// The analysis stood still so long, and this one was behind.
  void waited(long nanos) {
    waited += nanos;
    if (waited > patience && !abandoned) {
      abandoned = true;
      source.abandon();
    }
  }

  /// No more will come.
  void end() {
    queue.add(new Work.End());
  }

  /// All that it found, in its own order.
  ///
  /// @param begun since when all of them are waited for
  List<Finding> findings(long begun) {
    try {
      return result.get(patience - waited - (System.nanoTime() - begun), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      source.abandon();
      return remaining();
    } catch (ExecutionException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// Of an abandoned one, which comes to its end at once.
  private List<Finding> remaining() {
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// Ends it early.
  void stop() {
    result.cancel(true);
  }

  private static IllegalStateException failed(ExecutionException e) {
    return new IllegalStateException("a plugin's findings could not be taken", e.getCause());
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
