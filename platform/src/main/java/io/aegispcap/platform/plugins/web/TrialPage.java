package io.aegispcap.platform.plugins.web;

import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobState;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.plugins.trial.Trial;
import io.aegispcap.platform.plugins.trial.TrialOutcome;
import io.aegispcap.platform.plugins.trial.Tried;
import io.aegispcap.platform.web.Page;
import io.aegispcap.plugin.Capability;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A trial, while it runs and when it is done.
///
/// @param capture its name
public record TrialPage(HeldPlugin plugin, Tried tried, String capture) implements Page {

  @Override
  public String title() {
    return "Trial of " + plugin.manifest().name();
  }

  @Override
  public String template() {
    return "plugins/trial";
  }

  public Trial trial() {
    return tried.trial();
  }

  public Optional<Job> job() {
    return tried.job();
  }

  /// Whether to look again soon.
  public boolean live() {
    return tried.underWay();
  }

  /// Of a trial that is done.
  public ChartsView charts() {
    return ChartsView.of(trial().outcome().map(TrialOutcome::charts).orElse(List.of()));
  }

  public Set<Capability> asked() {
    return new TreeSet<>(plugin.manifest().capabilities());
  }

  /// What became of a trial, in a word or two.
  public static String label(Tried tried) {
    if (tried.trial().outcome().isPresent()) {
      return alerts(tried.trial().outcome().get().alertCount());
    }
    return switch (tried.job().map(Job::state).orElse(JobState.DONE)) {
      case QUEUED, RUNNING -> "under way";
      case FAILED -> "failed";
      case CANCELLED -> "cancelled";
      case DONE -> "came to no end";
    };
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
