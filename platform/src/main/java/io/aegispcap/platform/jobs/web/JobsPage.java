package io.aegispcap.platform.jobs.web;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobState;
import io.aegispcap.platform.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Somebody's jobs, or everybody's.
///
/// @param everybodys whether it shows more than the viewer's own
/// @param names of the owners
/// @param counts of all that the viewer may see, by state
/// @param show which of them
/// @param older the cursor of the next page
/// @param first whether this is the page with the latest
public record JobsPage(
    List<Job> jobs,
    boolean everybodys,
    Map<PersonId, String> names,
    Map<JobState, Integer> counts,
    Show show,
    Optional<String> older,
    boolean first,
    Instant now)
    implements Page {
  public JobsPage {
    jobs = List.copyOf(jobs);
    names = Map.copyOf(names);
    counts = Map.copyOf(counts);
  }

  @Override
  public String title() {
    return "Jobs";
  }

  @Override
  public String template() {
    return "jobs/list";
  }

  /// Where it is, with what it shows.
  public String path() {
    return show.path();
  }

  /// Where the page hears how far its open jobs are; null when none of them is open.
  public @Nullable String live() {
    String open =
        jobs.stream()
            .filter(job -> !job.state().ended())
            .map(job -> job.id().toString())
            .collect(Collectors.joining(","));
    return open.isEmpty() ? null : "/jobs/progress?of=" + open;
  }

  public int count(Show which) {
    return counts.entrySet().stream()
        .filter(entry -> which.states().isEmpty() || which.states().contains(entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  public String owner(Job job) {
    return names.getOrDefault(job.owner(), "somebody who left");
  }

  public int percent(Job job) {
    return (int) Math.floor(job.progress() * 100);
  }

  public String label(Job job) {
    if (job.state() == JobState.RUNNING && job.cancelling()) {
      return "Stopping";
    }
    String word = job.state().slug();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /// How long the last attempt took, or is under way; empty while it waits.
  public String took(Job job) {
    return job.started()
        .filter(_ -> job.state() != JobState.QUEUED)
        .map(started -> words(Duration.between(started, job.ended().orElse(now))))
        .orElse("");
  }

  private static String words(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds == 0 ? "under 1 s" : seconds + " s";
    }
    return seconds < 3600
        ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
        : "%d h %02d min".formatted(seconds / 3600, seconds % 3600 / 60);
  }

  public boolean canRetry(Job job) {
    return job.state() == JobState.FAILED || job.state() == JobState.CANCELLED;
  }

  public boolean canCancel(Job job) {
    return !job.state().ended() && !job.cancelling();
  }
}
