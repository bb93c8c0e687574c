package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.flows.Exports;
import io.aegispcap.platform.captures.flows.FlowDetail;
import io.aegispcap.platform.captures.flows.FlowFormat;
import io.aegispcap.platform.captures.flows.Flows;
import io.aegispcap.platform.captures.flows.filter.Filter;
import io.aegispcap.platform.captures.flows.web.CaptureFlows.Opened;
import io.aegispcap.platform.captures.run.Analysing;
import io.aegispcap.platform.captures.run.AnalysisRun;
import io.aegispcap.platform.web.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Hands out flows and their packets as files.
@Controller
class ExportController {
  private final CaptureFlows captures;
  private final Analysing analysing;
  private final Flows flows;
  private final Exports exports;
  private final Deeds deeds;

  ExportController(
      CaptureFlows captures, Analysing analysing, Flows flows, Exports exports, Deeds deeds) {
    this.captures = captures;
    this.analysing = analysing;
    this.flows = flows;
    this.exports = exports;
    this.deeds = deeds;
  }

  /// The flows that a filter lets through.
  @GetMapping({"/captures/{id}/flows/export", "/api/v1/captures/{id}/flows/export"})
  @Requires(Permission.VISIT)
  ResponseEntity<InputStreamResource> flows(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "csv") String format)
      throws IOException {
    Opened opened = captures.open(caller, id);
    Filter filter = Wanted.filter(q);
    FlowFormat wanted = Wanted.format(format);
    Exports.Made made = exports.flows(opened.flows(), filter, wanted);
    deeds.record(
        caller,
        "flows.export",
        id.toString(),
        Map.of("filter", filter.text(), "results", Long.toString(made.results())));
    return file(
        made,
        opened.capture().name() + ".flows." + wanted.slug(),
        MediaType.parseMediaType(wanted.mediaType()));
  }

  /// The packets of a flow, or of one side of it.
  @GetMapping({
    "/captures/{id}/flows/{frame}/packets",
    "/api/v1/captures/{id}/flows/{frame}/packets"
  })
  @Requires(Permission.VISIT)
  ResponseEntity<InputStreamResource> packets(
      Caller caller,
      @PathVariable UUID id,
      @PathVariable long frame,
      @RequestParam(defaultValue = "both") String side)
      throws IOException {
    Opened opened = captures.open(caller, id);
    Capture capture = opened.capture();
    Exports.Side wanted = side(side);
    FlowDetail flow =
        flows
            .find(opened.flows(), frame)
            .orElseThrow(() -> ProblemException.notFound("flow that begins with that frame"));
    AnalysisRun run = analysing.require(capture.id(), opened.analysis().id());
    Exports.Made made = exports.packets(capture, run.settings(), flow, wanted);
    deeds.record(
        caller,
        "flow.packets",
        id.toString(),
        Map.of(
            "frame", Long.toString(frame), "side", side, "results", Long.toString(made.results())));
    return file(
        made,
        capture.name()
            + ".flow-"
            + frame
            + (wanted == Exports.Side.BOTH ? "" : "-" + side)
            + ".pcap",
        MediaType.parseMediaType("application/vnd.tcpdump.pcap"));
  }

  private static Exports.Side side(String slug) {
    return Arrays.stream(Exports.Side.values())
        .filter(side -> side.name().equalsIgnoreCase(slug))
        .findFirst()
        .orElseThrow(
            () -> Wanted.bad("side is both, source or destination, not \"" + slug + "\"."));
  }

  private static ResponseEntity<InputStreamResource> file(
      Exports.Made made, String name, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .contentLength(made.size())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new InputStreamResource(made.content()));
  }
}
