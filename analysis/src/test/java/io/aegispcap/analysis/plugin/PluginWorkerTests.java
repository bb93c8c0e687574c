package io.aegispcap.analysis.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.chart.DeclaredCharts;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.FlowBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// An analysis waits for a plugin as long as it has patience, and not longer.
class PluginWorkerTests {
  private static final int ROOM = 64;

  /// Does nothing until it is abandoned.
  private static final class Sleeper implements DetectorSource {
    private final CountDownLatch abandoned = new CountDownLatch(1);
    private final AtomicInteger batches = new AtomicInteger();

    @Override
    public String id() {
      return "me/sleeper";
    }

    @Override
    public List<DetectorInfo> rules() {
      return List.of();
    }

    @Override
    public List<NoteColumn> columns() {
      return List.of();
    }

    @Override
    public Set<Capability> granted() {
      return Set.of();
    }

    @Override
    public DeclaredCharts charts() {
      return DeclaredCharts.NONE;
    }

    @Override
    public Duration patience() {
      return Duration.ofMillis(500);
    }

    @Override
    public void abandon() {
      abandoned.countDown();
    }

    @Override
    public List<PluginFinding> process(FlowBatch flows, NoteSink notes) {
      batches.incrementAndGet();
      return sleep();
    }

    @Override
    public List<PluginFinding> endOfCapture(NoteSink notes) {
      return sleep();
    }

    private List<PluginFinding> sleep() {
      try {
        abandoned.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return List.of();
    }
  }

  private final Sleeper sleeper = new Sleeper();
  private final PluginWorker worker =
      new PluginWorker(sleeper, new FlowLedger(), (_, _, _) -> {}, sleeper.patience());

  private static List<SeenFlow> batch() {
    return new ArrayList<>();
  }

  private void fill() {
    int taken = 0;
    while (worker.takes(batch())) {
      taken++;
    }
    assertThat(taken).isBetween(ROOM, ROOM + 1);
  }

  @Test
  void abandonsOneThatKeepsOthersWaitingTooLong() {
    fill();

    worker.waited(Duration.ofMillis(400).toNanos());
    assertThat(sleeper.abandoned.getCount()).isEqualTo(1);
    worker.waited(Duration.ofMillis(200).toNanos());

    assertThat(sleeper.abandoned.getCount()).isZero();
    worker.end();
    assertThat(worker.findings(System.nanoTime())).isEmpty();
    assertThat(sleeper.batches.get()).isBetween(ROOM, ROOM + 1);
  }

  @Test
  void abandonsOneThatDoesNotComeToItsEnd() {
    fill();
    worker.end();
    long begun = System.nanoTime();

    assertThat(worker.findings(begun)).isEmpty();

    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isBetween(sleeper.patience(), Duration.ofSeconds(20));
    assertThat(sleeper.abandoned.getCount()).isZero();
  }
}
