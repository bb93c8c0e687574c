package io.aegispcap.platform.captures.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.captures.Analyses;
import io.aegispcap.platform.captures.Analysis;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Captures;
import io.aegispcap.platform.captures.SharedDocuments;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Hands out files: never to be shown by the browser, whatever is in them.
@Controller
class DownloadController {
  /// Source: STIX 2.1, 10.2, and TAXII 2.1, 1.6.8.
  private static final String STIX = "application/stix+json;version=2.1";

  private static final MediaType PARQUET = new MediaType("application", "vnd.apache.parquet");

  private final Captures captures;
  private final Analyses analyses;
  private final Blobs blobs;
  private final Deeds deeds;
  private final CaptureReads reads;

  DownloadController(
      Captures captures, Analyses analyses, Blobs blobs, Deeds deeds, CaptureReads reads) {
    this.captures = captures;
    this.analyses = analyses;
    this.blobs = blobs;
    this.deeds = deeds;
    this.reads = reads;
  }

  /// The capture as it was uploaded.
  @GetMapping({"/captures/{id}/content", "/api/v1/captures/{id}/content"})
  @Requires(Permission.VISIT)
  ResponseEntity<InputStreamResource> content(Caller caller, @PathVariable UUID id)
      throws IOException {
    Capture capture = captures.require(new CaptureId(id), caller);
    deeds.record(caller, "capture.download", id.toString());
    return ResponseEntity.status(HttpStatus.OK)
        .headers(headers(capture.content(), capture.name(), MediaType.APPLICATION_OCTET_STREAM))
        .contentLength(capture.size())
        .body(new InputStreamResource(blobs.open(capture.content())));
  }

  /// The report in one HTML file.
  @GetMapping({"/captures/{id}/report", "/api/v1/captures/{id}/report"})
  @Requires(Permission.VISIT)
  ResponseEntity<InputStreamResource> report(Caller caller, @PathVariable UUID id)
      throws IOException {
    return made(
        caller,
        id,
        "report.read",
        Analysis::report,
        ".report.html",
        MediaType.APPLICATION_OCTET_STREAM);
  }

  /// All that was found, as JSON.
  @GetMapping({"/captures/{id}/document", "/api/v1/captures/{id}/document"})
  @Requires(Permission.VISIT)
  ResponseEntity<InputStreamResource> document(Caller caller, @PathVariable UUID id)
      throws IOException {
    return made(
        caller,
        id,
        "document.read",
        Analysis::document,
        ".analysis.json",
        MediaType.APPLICATION_JSON);
  }

  /// The flows as Parquet.
  @GetMapping({"/captures/{id}/flows.parquet", "/api/v1/captures/{id}/flows.parquet"})
  @Requires(Permission.VISIT)
  ResponseEntity<InputStreamResource> flows(Caller caller, @PathVariable UUID id)
      throws IOException {
    return made(caller, id, "flow-file.read", Analysis::flows, ".flows.parquet", PARQUET);
  }

  /// Techniques as layers of the ATT&CK Navigator.
  @GetMapping(
      path = {"/captures/{id}/navigator", "/api/v1/captures/{id}/navigator"},
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.VISIT)
  ResponseEntity<InputStreamResource> navigator(Caller caller, @PathVariable UUID id)
      throws IOException {
    return made(
        caller,
        id,
        "navigator.read",
        analysis -> shared(analysis).navigator(),
        ".navigator.json",
        MediaType.APPLICATION_JSON);
  }

  /// What was observed, and sightings of techniques, as a bundle of STIX 2.1.
  @GetMapping(
      path = {"/captures/{id}/stix", "/api/v1/captures/{id}/stix"},
      produces = STIX)
  @Requires(Permission.VISIT)
  ResponseEntity<InputStreamResource> stix(Caller caller, @PathVariable UUID id)
      throws IOException {
    return made(
        caller,
        id,
        "stix.read",
        analysis -> shared(analysis).stix(),
        ".stix.json",
        MediaType.parseMediaType(STIX));
  }

  /// One of the files that the latest analysis of a capture left.
  private ResponseEntity<InputStreamResource> made(
      Caller caller,
      UUID id,
      String action,
      Function<Analysis, BlobId> which,
      String ending,
      MediaType type)
      throws IOException {
    Capture capture = captures.require(new CaptureId(id), caller);
    BlobId file =
        which.apply(
            analyses
                .latest(capture.id())
                .orElseThrow(() -> ProblemException.notFound("finished analysis of this capture")));
    reads.record(caller, capture, action, "", 1);
    return ResponseEntity.status(HttpStatus.OK)
        .headers(headers(file, capture.name() + ending, type))
        .body(new InputStreamResource(blobs.open(file)));
  }

  private static SharedDocuments shared(Analysis analysis) {
    return analysis
        .shared()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.Common.NOT_FOUND,
                    "This capture was analysed before such files were kept. Analyse it again."));
  }

  private static HttpHeaders headers(BlobId id, String name, MediaType type) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(type);
    headers.setContentDisposition(
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build());
    headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
    headers.setETag("\"" + id + "\"");
    return headers;
  }
}
