package io.aegispcap.extension.running;

import io.aegispcap.analysis.detection.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The end of an analysis: integrations are shown its alerts, and all plugins clean up, at once and
/// not one after the other. Who keeps the others waiting beyond patience is abandoned.
public final class Farewell {
  private Farewell() {}

  /// @param alerts most severe first
  /// @return what each came to, in their order
  public static List<PluginOutcome> of(List<RunningPlugin> plugins, List<Alert> alerts) {
    List<FutureTask<PluginOutcome>> leaving = new ArrayList<>();
    for (RunningPlugin plugin : plugins) {
      FutureTask<PluginOutcome> task =
          new FutureTask<>(
              () -> {
                plugin.show(alerts);
                return plugin.finish();
              });
      leaving.add(task);
      Thread.ofPlatform().name("plugin-farewell").daemon().start(task);
    }
    int shares = Math.ceilDiv(plugins.size(), Runtime.getRuntime().availableProcessors());
    long begun = System.nanoTime();
    List<PluginOutcome> outcomes = new ArrayList<>();
    try {
      for (int i = 0; i < leaving.size(); i++) {
        Duration patience = plugins.get(i).patience().multipliedBy(Math.max(1, shares));
        long left = patience.toNanos() - (System.nanoTime() - begun);
        outcomes.add(outcome(plugins.get(i), leaving.get(i), left));
      }
      return outcomes;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a plugin's end could not be taken", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while plugins came to their end", e);
    }
  }

  private static PluginOutcome outcome(
      RunningPlugin plugin, FutureTask<PluginOutcome> leaving, long left)
      throws ExecutionException, InterruptedException {
    try {
      return leaving.get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      plugin.abandon();
      return leaving.get();
    }
  }
}
