package io.aegispcap.platform.captures.web;

import io.aegispcap.analysis.flow.VlanKey;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.library.Library;
import io.aegispcap.platform.captures.run.AnalysisSettings;
import io.aegispcap.platform.captures.run.Reanalysis;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Analyses a capture again, or stops doing so.
@Controller
@RequestMapping("/captures/{id}/analyses")
class AnalysisController {
  private final Library library;
  private final Reanalysis reanalysis;

  AnalysisController(Library library, Reanalysis reanalysis) {
    this.library = library;
    this.reanalysis = reanalysis;
  }

  /// @param home networks with commas or spaces between them
  @PostMapping
  @Requires(Permission.TAKE_PART)
  Reply request(
      Caller.Person caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String home,
      @RequestParam long idle,
      @RequestParam long active,
      @RequestParam VlanKey vlans,
      @RequestParam(defaultValue = "false") boolean decapsulate,
      @RequestParam(defaultValue = "false") boolean lenient) {
    Capture capture = library.requireOwn(new CaptureId(id), caller);
    AnalysisSettings settings =
        Wishes.settings(
            () -> new AnalysisSettings(words(home), idle, active, vlans, decapsulate, lenient));
    reanalysis.request(capture, settings, caller);
    return new Redirect("/captures/" + id);
  }

  private static List<String> words(String typed) {
    return Arrays.stream(typed.split("[,\\s]+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  @PostMapping("/{analysis}/cancel")
  @Requires(Permission.TAKE_PART)
  Reply cancel(Caller.Person caller, @PathVariable UUID id, @PathVariable UUID analysis) {
    Capture capture = library.requireOwn(new CaptureId(id), caller);
    reanalysis.cancel(capture, new AnalysisId(analysis), caller);
    return new Redirect("/captures/" + id);
  }

  @PostMapping("/{analysis}/retry")
  @Requires(Permission.TAKE_PART)
  Reply retry(Caller.Person caller, @PathVariable UUID id, @PathVariable UUID analysis) {
    Capture capture = library.requireOwn(new CaptureId(id), caller);
    reanalysis.retry(capture, new AnalysisId(analysis), caller);
    return new Redirect("/captures/" + id);
  }
}
