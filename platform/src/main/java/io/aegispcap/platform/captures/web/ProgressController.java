package io.aegispcap.platform.captures.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.library.Audience;
import io.aegispcap.platform.captures.library.CaptureStore;
import io.aegispcap.platform.captures.run.Analysing;
import io.aegispcap.platform.captures.run.AnalysisRun;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobStreams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells browsers how far analyses are, as it changes (server-sent events, HTML 9.2).
@Controller
class ProgressController {
  private static final int MOST = 100;

  private final CaptureStore captures;
  private final Analysing analysing;
  private final JobStreams streams;

  ProgressController(CaptureStore captures, Analysing analysing, JobStreams streams) {
    this.captures = captures;
    this.analysing = analysing;
    this.streams = streams;
  }

  /// @param of ids of captures
  @GetMapping("/captures/progress")
  @Requires(Permission.VISIT)
  ResponseEntity<SseEmitter> progress(
      Caller caller, @RequestParam(defaultValue = "") List<UUID> of) {
    Map<JobId, UUID> jobs = new LinkedHashMap<>();
    of.stream().limit(MOST).map(CaptureId::new).forEach(id -> add(jobs, id, caller));
    return streams.answer(jobs);
  }

  private void add(Map<JobId, UUID> jobs, CaptureId id, Caller caller) {
    if (captures.find(id).filter(Audience.of(caller)::sees).isPresent()) {
      Optional<AnalysisRun> last = analysing.all(id).stream().findFirst();
      last.filter(run -> !analysing.standing(run).ended())
          .ifPresent(run -> jobs.put(run.job(), id.value()));
    }
  }
}
