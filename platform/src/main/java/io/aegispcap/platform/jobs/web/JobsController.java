package io.aegispcap.platform.jobs.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobStreams;
import io.aegispcap.platform.jobs.queue.JobDesk;
import io.aegispcap.platform.web.Icon;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import io.aegispcap.platform.web.Section;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What people see of their jobs.
@Controller
class JobsController {
  private static final int SHOWN = 50;

  private final JobDesk desk;
  private final JobStreams streams;
  private final Names names;
  private final InstantSource clock;

  JobsController(JobDesk desk, JobStreams streams, Names names, InstantSource clock) {
    this.desk = desk;
    this.streams = streams;
    this.names = names;
    this.clock = clock;
  }

  @Bean
  static Section jobsSection() {
    return new Section(
        Section.Group.INVESTIGATE, 80, "/jobs", "Jobs", Icon.CLOCK, Permission.TAKE_PART);
  }

  @GetMapping("/jobs")
  @Requires(Permission.TAKE_PART)
  Reply list(
      Caller.Person caller,
      @RequestParam(defaultValue = "ALL") Show show,
      @RequestParam Optional<String> cursor) {
    List<Job> jobs = desk.list(caller, show.states(), cursor.map(Cursor::parse), SHOWN);
    return new JobsPage(
        jobs,
        JobDesk.seesAll(caller),
        names.of(jobs.stream().map(Job::owner).toList()),
        desk.count(caller),
        show,
        Cursor.after(jobs, SHOWN),
        cursor.isEmpty(),
        clock.instant());
  }

  /// How far they are, as it changes.
  @GetMapping("/jobs/progress")
  @Requires(Permission.TAKE_PART)
  ResponseEntity<SseEmitter> progress(
      Caller.Person caller, @RequestParam(defaultValue = "") List<UUID> of) {
    return streams.answer(
        of.stream()
            .limit(SHOWN)
            .flatMap(id -> desk.find(caller, new JobId(id)).stream())
            .filter(job -> !job.state().ended())
            .collect(Collectors.toMap(Job::id, job -> job.id().value(), (one, _) -> one)));
  }

  @PostMapping("/jobs/{id}/cancel")
  @Requires(Permission.TAKE_PART)
  Reply cancel(Caller.Person caller, @PathVariable UUID id) {
    desk.cancel(caller, new JobId(id));
    return new Redirect("/jobs");
  }

  @PostMapping("/jobs/{id}/retry")
  @Requires(Permission.TAKE_PART)
  Reply retry(Caller.Person caller, @PathVariable UUID id) {
    desk.retry(caller, new JobId(id));
    return new Redirect("/jobs");
  }
}
