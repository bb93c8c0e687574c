package io.aegispcap.platform.captures.web;

import io.aegispcap.analysis.flow.VlanKey;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.library.Library;
import io.aegispcap.platform.captures.run.Analysing;
import io.aegispcap.platform.captures.run.AnalysisRun;
import io.aegispcap.platform.captures.run.AnalysisSettings;
import io.aegispcap.platform.captures.run.Reanalysis;
import io.aegispcap.platform.captures.web.CaptureJson.AnalysisJson;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Analyses of a capture, for programs.
@RestController
@RequestMapping("/api/v1/captures/{id}/analyses")
class AnalysisApi {
  private final Library library;
  private final Analysing analysing;
  private final Reanalysis reanalysis;
  private final CaptureReads reads;

  AnalysisApi(Library library, Analysing analysing, Reanalysis reanalysis, CaptureReads reads) {
    this.library = library;
    this.analysing = analysing;
    this.reanalysis = reanalysis;
    this.reads = reads;
  }

  /// All of them: there are never so many that pages would help.
  record Listing(List<AnalysisJson> items) {}

  @GetMapping
  @Requires(Permission.VISIT)
  Listing list(Caller caller, @PathVariable UUID id) {
    Capture capture = library.require(new CaptureId(id), caller);
    List<AnalysisJson> all = analysing.all(capture.id()).stream().map(this::json).toList();
    reads.record(caller, capture, "analysis.list", "", all.size());
    return new Listing(all);
  }

  /// What is absent is as usual.
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Wanted(
      Optional<List<String>> homeNetworks,
      Optional<Long> idleSeconds,
      Optional<Long> activeSeconds,
      Optional<String> vlanKey,
      Optional<Boolean> decapsulate,
      Optional<Boolean> lenient) {

    AnalysisSettings settings() {
      AnalysisSettings usual = AnalysisSettings.usual();
      return new AnalysisSettings(
          homeNetworks.orElse(usual.homeNetworks()),
          idleSeconds.orElse(usual.idleSeconds()),
          activeSeconds.orElse(usual.activeSeconds()),
          vlanKey.map(Wanted::key).orElse(usual.vlans()),
          decapsulate.orElse(usual.decapsulate()),
          lenient.orElse(usual.lenient()));
    }

    private static VlanKey key(String slug) {
      return VlanKey.valueOf(slug.toUpperCase(Locale.ROOT));
    }
  }

  @PostMapping
  @Requires(Permission.TAKE_PART)
  ResponseEntity<AnalysisJson> request(
      Caller.Person caller, @PathVariable UUID id, @RequestBody Wanted wanted) {
    Capture capture = library.requireOwn(new CaptureId(id), caller);
    AnalysisId made = reanalysis.request(capture, Wishes.settings(wanted::settings), caller);
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .body(json(analysing.require(capture.id(), made)));
  }

  @PostMapping("/{analysis}/cancel")
  @Requires(Permission.TAKE_PART)
  AnalysisJson cancel(Caller.Person caller, @PathVariable UUID id, @PathVariable UUID analysis) {
    Capture capture = library.requireOwn(new CaptureId(id), caller);
    reanalysis.cancel(capture, new AnalysisId(analysis), caller);
    return json(analysing.require(capture.id(), new AnalysisId(analysis)));
  }

  @PostMapping("/{analysis}/retry")
  @Requires(Permission.TAKE_PART)
  AnalysisJson retry(Caller.Person caller, @PathVariable UUID id, @PathVariable UUID analysis) {
    Capture capture = library.requireOwn(new CaptureId(id), caller);
    reanalysis.retry(capture, new AnalysisId(analysis), caller);
    return json(analysing.require(capture.id(), new AnalysisId(analysis)));
  }

  private AnalysisJson json(AnalysisRun run) {
    return AnalysisJson.of(run, analysing.standing(run));
  }
}
