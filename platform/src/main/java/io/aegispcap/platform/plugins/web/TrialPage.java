package io.aegispcap.platform.plugins.web;

import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.plugins.trial.Trial;
import io.aegispcap.platform.plugins.trial.TrialOutcome;
import io.aegispcap.platform.web.Page;
import io.aegispcap.plugin.Capability;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A trial, while it runs and when it is done.
///
/// @param job that does it; empty when it is long over
public record TrialPage(HeldPlugin plugin, Trial trial, String capture, Optional<Job> job)
    implements Page {

  @Override
  public String title() {
    return "Trial of " + plugin.manifest().name();
  }

  @Override
  public String template() {
    return "plugins/trial";
  }

  /// Whether to look again soon.
  public boolean live() {
    return trial.outcome().isEmpty() && job.filter(it -> it.ended().isEmpty()).isPresent();
  }

  /// Of a trial that is done.
  public ChartsView charts() {
    return ChartsView.of(trial.outcome().map(TrialOutcome::charts).orElse(List.of()));
  }

  public Set<Capability> asked() {
    return new TreeSet<>(plugin.manifest().capabilities());
  }

  public static String alerts(int count) {
    return count == 1 ? "1 alert" : count + " alerts";
  }

  public static String percent(double fraction) {
    return "%.0f %%".formatted(fraction * 100);
  }

  public static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
  }

  public static String mebibytes(long bytes) {
    return "%d MiB".formatted(bytes >> 20);
  }
}
