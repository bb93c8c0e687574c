package io.aegispcap.platform.jobs.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobState;
import io.aegispcap.platform.jobs.queue.JobDesk;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The caller's jobs, for programs.
@RestController
@RequestMapping("/api/v1/jobs")
class JobApi {
  private static final int MOST = 200;

  private final JobDesk desk;

  JobApi(JobDesk desk) {
    this.desk = desk;
  }

  /// A job, on the wire.
  record JobJson(
      UUID id,
      String kind,
      UUID owner,
      String title,
      String place,
      String state,
      double progress,
      String step,
      int attempt,
      Optional<String> problem,
      boolean cancelling,
      Instant submitted,
      Instant due,
      Optional<Instant> started,
      Optional<Instant> ended) {

    static JobJson of(Job job) {
      return new JobJson(
          job.id().value(),
          job.kind(),
          job.owner().value(),
          job.title(),
          job.place(),
          job.state().slug(),
          job.progress(),
          job.step(),
          job.attempt(),
          job.problem(),
          job.cancelling(),
          job.submitted(),
          job.due(),
          job.started(),
          job.ended());
    }
  }

  record JobList(List<JobJson> items, Optional<String> next) {}

  @GetMapping
  @Requires(Permission.TAKE_PART)
  JobList list(
      Caller.Person caller,
      @RequestParam(defaultValue = "") Set<String> state,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam Optional<String> cursor) {
    if (limit < 1 || limit > MOST) {
      throw new ProblemException(
          ProblemType.Common.INVALID, "limit is from 1 to %d, not %d.".formatted(MOST, limit));
    }
    List<Job> jobs = desk.list(caller, states(state), cursor.map(Cursor::parse), limit);
    return new JobList(jobs.stream().map(JobJson::of).toList(), Cursor.after(jobs, limit));
  }

  private static Set<JobState> states(Set<String> slugs) {
    return slugs.stream().map(JobApi::state).collect(Collectors.toUnmodifiableSet());
  }

  private static JobState state(String slug) {
    return Arrays.stream(JobState.values())
        .filter(state -> state.slug().equals(slug))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.Common.INVALID,
                    "state is queued, running, done, failed or cancelled, not %s."
                        .formatted(slug)));
  }

  @GetMapping("/{id}")
  @Requires(Permission.TAKE_PART)
  JobJson one(Caller.Person caller, @PathVariable UUID id) {
    return JobJson.of(desk.read(caller, new JobId(id)));
  }

  @PostMapping("/{id}/cancel")
  @Requires(Permission.TAKE_PART)
  JobJson cancel(Caller.Person caller, @PathVariable UUID id) {
    desk.cancel(caller, new JobId(id));
    return one(caller, id);
  }

  @PostMapping("/{id}/retry")
  @Requires(Permission.TAKE_PART)
  JobJson retry(Caller.Person caller, @PathVariable UUID id) {
    desk.retry(caller, new JobId(id));
    return one(caller, id);
  }
}
