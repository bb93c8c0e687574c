package io.aegispcap.platform.captures.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.CaptureView;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.captures.library.CaptureChanges;
import io.aegispcap.platform.captures.library.Library;
import io.aegispcap.platform.captures.run.Analysing;
import io.aegispcap.platform.captures.run.AnalysisRun;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of a capture, and what its owner does to it.
@Controller
@RequestMapping("/captures/{id}")
class CaptureController {
  private final Library library;
  private final Analysing analysing;
  private final CaptureHeads heads;
  private final CaptureRows rows;
  private final CaptureSections sections;
  private final CaptureReads reads;

  CaptureController(
      Library library,
      Analysing analysing,
      CaptureHeads heads,
      CaptureRows rows,
      CaptureSections sections,
      CaptureReads reads) {
    this.library = library;
    this.analysing = analysing;
    this.heads = heads;
    this.rows = rows;
    this.sections = sections;
    this.reads = reads;
  }

  @GetMapping
  @Requires(Permission.VISIT)
  Reply show(Caller caller, @PathVariable UUID id, @RequestParam Map<String, String> query) {
    Capture capture = library.require(new CaptureId(id), caller);
    reads.record(caller, capture, "capture.read", "", 1);
    List<AnalysisRun> runs = analysing.all(capture.id());
    CaptureHead head = heads.of(capture, caller);
    CaptureView view =
        new CaptureView(capture, Analysing.shown(runs), caller, head.mayChange(), query);
    return new CapturePage(
        head,
        told(runs),
        library.same(capture, caller),
        query.containsKey("known"),
        sections.of(view));
  }

  private List<CapturePage.Run> told(List<AnalysisRun> all) {
    Map<PersonId, String> names = rows.names(all.stream().map(AnalysisRun::requestedBy).toList());
    return all.stream()
        .map(
            run ->
                new CapturePage.Run(
                    run,
                    analysing.standing(run),
                    names.getOrDefault(run.requestedBy(), "someone who left")))
        .toList();
  }

  @GetMapping("/edit")
  @Requires(Permission.TAKE_PART)
  Reply edit(Caller.Person caller, @PathVariable UUID id) {
    return new EditCapturePage(library.requireOwn(new CaptureId(id), caller));
  }

  /// @param tags with commas between them
  @PostMapping("/edit")
  @Requires(Permission.TAKE_PART)
  Reply change(
      Caller.Person caller,
      @PathVariable UUID id,
      @RequestParam String name,
      @RequestParam Visibility visibility,
      @RequestParam(defaultValue = "") String tags,
      @RequestParam(defaultValue = "") String notes) {
    library.change(
        new CaptureId(id),
        caller,
        new CaptureChanges(
            Optional.of(name),
            Optional.of(visibility),
            Optional.of(Arrays.asList(tags.split(",", -1))),
            Optional.of(notes)));
    return new Redirect("/captures/" + id);
  }

  @PostMapping("/delete")
  @Requires(Permission.TAKE_PART)
  Reply delete(Caller.Person caller, @PathVariable UUID id) {
    library.delete(new CaptureId(id), caller);
    return new Redirect("/captures?deleted=" + id);
  }

  @PostMapping("/restore")
  @Requires(Permission.TAKE_PART)
  Reply restore(Caller.Person caller, @PathVariable UUID id) {
    library.restore(new CaptureId(id), caller);
    return new Redirect("/captures/" + id);
  }

  /// For good; it was deleted before.
  @PostMapping("/remove")
  @Requires(Permission.TAKE_PART)
  Reply remove(Caller.Person caller, @PathVariable UUID id) {
    library.remove(new CaptureId(id), caller);
    return new Redirect("/captures/deleted");
  }
}
