package io.aegispcap.platform.captures.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.CaptureSettings;
import io.aegispcap.platform.captures.library.Audience;
import io.aegispcap.platform.captures.library.CaptureEntry;
import io.aegispcap.platform.captures.library.CaptureQuery;
import io.aegispcap.platform.captures.library.CaptureQuery.Cursor;
import io.aegispcap.platform.captures.library.CaptureQuery.Sort;
import io.aegispcap.platform.captures.library.CaptureStore;
import io.aegispcap.platform.captures.library.Library;
import io.aegispcap.platform.captures.upload.Arrival;
import io.aegispcap.platform.captures.upload.Uploads;
import io.aegispcap.platform.web.Icon;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import io.aegispcap.platform.web.Section;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of captures, where new ones are dropped.
@Controller
class CaptureListController {
  private static final int SHOWN = 25;
  private static final int DELETED_SHOWN = 100;

  private final Library library;
  private final CaptureRows rows;
  private final Uploads uploads;
  private final FormUpload form;
  private final CaptureSettings settings;
  private final CaptureReads reads;

  CaptureListController(
      Library library,
      CaptureRows rows,
      Uploads uploads,
      FormUpload form,
      CaptureSettings settings,
      CaptureReads reads) {
    this.library = library;
    this.rows = rows;
    this.uploads = uploads;
    this.form = form;
    this.settings = settings;
    this.reads = reads;
  }

  @Bean
  static Section captureSection() {
    return new Section(
        Section.Group.INVESTIGATE, 10, "/captures", "Captures", Icon.WAVE, Permission.VISIT);
  }

  @GetMapping("/captures")
  @Requires(Permission.VISIT)
  Reply list(
      Caller caller,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(defaultValue = "uploaded") String sort,
      @RequestParam(defaultValue = "") String after,
      @RequestParam Optional<UUID> deleted) {
    Sort order = Sort.parse(sort).orElse(Sort.UPLOADED);
    CaptureQuery query =
        new CaptureQuery(
            Audience.of(caller), q.strip(), mine, order, Cursor.parse(after, order), SHOWN);
    List<CaptureEntry> found = library.search(query);
    List<CaptureEntry> shown = found.subList(0, Math.min(SHOWN, found.size()));
    Optional<Cursor> next =
        found.size() > SHOWN
            ? Optional.of(Cursor.at(order, shown.getLast().capture()))
            : Optional.empty();
    if (!mine) {
      reads.recordList(caller, query.text(), shown.size());
    }
    return page(query, rows.of(shown), next, caller, deleted);
  }

  private CaptureListPage page(
      CaptureQuery query,
      List<CaptureRow> shown,
      Optional<Cursor> next,
      Caller caller,
      Optional<UUID> deleted) {
    return switch (caller) {
      case Caller.Visitor _ ->
          new CaptureListPage(shown, next, query, List.of(), Optional.empty(), false, 0, 0);
      case Caller.Person person ->
          new CaptureListPage(
              shown,
              next,
              query,
              uploads.open(person.id()),
              undo(person, deleted),
              true,
              uploads.room(person.id()),
              settings.maxSize().toBytes());
    };
  }

  private Optional<CaptureStore.Deleted> undo(Caller.Person person, Optional<UUID> deleted) {
    return deleted.flatMap(
        id ->
            library.deleted(person, DELETED_SHOWN).stream()
                .filter(gone -> gone.capture().id().value().equals(id))
                .findFirst());
  }

  /// The form as it is without scripts.
  @PostMapping("/captures")
  @Requires(Permission.TAKE_PART)
  Reply upload(Caller.Person caller, HttpServletRequest request) throws IOException {
    List<Arrival> arrivals = form.take(caller, request);
    return arrivals.size() == 1
        ? new Redirect("/captures/" + arrivals.getFirst().capture() + known(arrivals.getFirst()))
        : new Redirect("/captures");
  }

  private static String known(Arrival arrival) {
    return arrival.known() ? "?known" : "";
  }

  /// Gives up an upload that was interrupted.
  @PostMapping("/captures/uploads/{id}/discard")
  @Requires(Permission.TAKE_PART)
  Reply discard(Caller.Person caller, @PathVariable UUID id) throws IOException {
    uploads.end(id, caller);
    return new Redirect("/captures");
  }

  @GetMapping("/captures/deleted")
  @Requires(Permission.TAKE_PART)
  Reply deleted(Caller.Person caller) {
    return new DeletedCapturesPage(library.deleted(caller, DELETED_SHOWN), settings.keepDeleted());
  }
}
