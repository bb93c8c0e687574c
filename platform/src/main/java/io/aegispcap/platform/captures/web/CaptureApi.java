package io.aegispcap.platform.captures.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.CaptureSettings;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.captures.library.Audience;
import io.aegispcap.platform.captures.library.CaptureChanges;
import io.aegispcap.platform.captures.library.CaptureEntry;
import io.aegispcap.platform.captures.library.CaptureQuery;
import io.aegispcap.platform.captures.library.CaptureQuery.Cursor;
import io.aegispcap.platform.captures.library.CaptureQuery.Sort;
import io.aegispcap.platform.captures.library.CaptureWords;
import io.aegispcap.platform.captures.library.Library;
import io.aegispcap.platform.captures.run.Analysing;
import io.aegispcap.platform.captures.upload.Arrival;
import io.aegispcap.platform.captures.upload.WholeUploads;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The captures, for programs.
@RestController
@RequestMapping("/api/v1/captures")
class CaptureApi {
  private static final int MOST = 200;
  private static final int DELETED_SHOWN = 100;

  private final Library library;
  private final Analysing analysing;
  private final CaptureRows rows;
  private final WholeUploads uploads;
  private final FormUpload form;
  private final CaptureSettings settings;
  private final CaptureReads reads;

  CaptureApi(
      Library library,
      Analysing analysing,
      CaptureRows rows,
      WholeUploads uploads,
      FormUpload form,
      CaptureSettings settings,
      CaptureReads reads) {
    this.library = library;
    this.analysing = analysing;
    this.rows = rows;
    this.uploads = uploads;
    this.form = form;
    this.settings = settings;
    this.reads = reads;
  }

  /// @param next the cursor to go on with; null at the end
  record Listing(List<CaptureJson> items, @Nullable String next) {}

  @GetMapping
  @Requires(Permission.VISIT)
  Listing list(
      Caller caller,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(defaultValue = "uploaded") String sort,
      @RequestParam(defaultValue = "") String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    Sort order = Sort.parse(sort).orElseThrow(() -> invalid("sort is uploaded, name or size."));
    if (limit < 1 || limit > MOST) {
      throw invalid("limit is 1 to " + MOST + ".");
    }
    Optional<Cursor> after =
        cursor.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Cursor.parse(cursor, order)
                    .orElseThrow(() -> invalid("cursor is none of a list in this order.")));
    List<CaptureEntry> found =
        library.search(new CaptureQuery(Audience.of(caller), q, mine, order, after, limit));
    List<CaptureEntry> shown = found.subList(0, Math.min(limit, found.size()));
    if (!mine) {
      reads.recordList(caller, q, shown.size());
    }
    return new Listing(
        rows.of(shown).stream().map(CaptureJson::of).toList(),
        found.size() > limit ? Cursor.at(order, shown.getLast().capture()).toString() : null);
  }

  /// A form with a file, or the bytes of a capture as they are.
  ///
  /// @param name of the capture, where the body is its bytes
  @PostMapping
  @Requires(Permission.TAKE_PART)
  ResponseEntity<CaptureJson> upload(
      Caller.Person caller,
      HttpServletRequest request,
      @RequestParam(defaultValue = "capture") String name,
      @RequestParam(defaultValue = "private") String visibility)
      throws IOException {
    Arrival arrival =
        FormUpload.is(request)
            ? form.take(caller, request).getFirst()
            : take(caller, request, name, Wishes.visibility(visibility));
    CaptureJson made = json(library.requireOwn(arrival.capture(), caller));
    return arrival.known()
        ? ResponseEntity.ok(made)
        : ResponseEntity.created(URI.create("/api/v1/captures/" + made.id())).body(made);
  }

  private Arrival take(
      Caller.Person caller, HttpServletRequest request, String name, Visibility visibility)
      throws IOException {
    long length = request.getContentLengthLong();
    return uploads.take(
        caller,
        CaptureWords.fileName(name),
        visibility,
        request.getInputStream(),
        length < 0 ? Optional.empty() : Optional.of(length));
  }

  @GetMapping("/{id}")
  @Requires(Permission.VISIT)
  CaptureJson get(Caller caller, @PathVariable UUID id) {
    Capture capture = library.require(new CaptureId(id), caller);
    reads.record(caller, capture, "capture.read", "", 1);
    return json(capture);
  }

  /// What is absent stays as it is.
  record Change(
      Optional<String> name,
      Optional<String> visibility,
      Optional<List<String>> tags,
      Optional<String> notes) {}

  @PatchMapping("/{id}")
  @Requires(Permission.TAKE_PART)
  CaptureJson change(Caller.Person caller, @PathVariable UUID id, @RequestBody Change change) {
    CaptureChanges changes =
        new CaptureChanges(
            change.name(),
            change.visibility().map(Wishes::visibility),
            change.tags(),
            change.notes());
    return json(library.change(new CaptureId(id), caller, changes));
  }

  /// @param permanent whether it goes for good at once; else it can be restored for a while
  @DeleteMapping("/{id}")
  @Requires(Permission.TAKE_PART)
  ResponseEntity<Void> delete(
      Caller.Person caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean permanent) {
    if (permanent) {
      library.removeAtOnce(new CaptureId(id), caller);
    } else {
      library.delete(new CaptureId(id), caller);
    }
    return ResponseEntity.noContent().build();
  }

  /// @param goes when it goes for good
  record Deleted(UUID id, String name, long size, Instant deleted, Instant goes) {}

  /// @param next always null: the latest 100 are listed
  record DeletedListing(List<Deleted> items, @Nullable String next) {}

  @GetMapping("/deleted")
  @Requires(Permission.TAKE_PART)
  @Operation(summary = "List deleted captures that can be restored")
  DeletedListing deleted(Caller.Person caller) {
    return new DeletedListing(
        library.deleted(caller, DELETED_SHOWN).stream()
            .map(
                gone ->
                    new Deleted(
                        gone.capture().id().value(),
                        gone.capture().name(),
                        gone.capture().size(),
                        gone.at(),
                        gone.at().plus(settings.keepDeleted())))
            .toList(),
        null);
  }

  @PostMapping("/{id}/restore")
  @Requires(Permission.TAKE_PART)
  CaptureJson restore(Caller.Person caller, @PathVariable UUID id) {
    return json(library.restore(new CaptureId(id), caller));
  }

  private CaptureJson json(Capture capture) {
    CaptureEntry entry =
        new CaptureEntry(
            capture,
            analysing.all(capture.id()).stream().findFirst(),
            analysing.latestRun(capture.id()));
    return CaptureJson.of(rows.of(List.of(entry)).getFirst());
  }

  private static ProblemException invalid(String why) {
    return new ProblemException(ProblemType.Common.INVALID, why);
  }
}
