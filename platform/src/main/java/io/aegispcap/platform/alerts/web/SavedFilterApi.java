package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.alerts.inbox.SavedFilters.Saved;
import io.aegispcap.platform.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own filters, for programs.
@RestController
@RequestMapping("/api/v1/alerts/filters")
class SavedFilterApi {
  private static final String PATH = "/api/v1/alerts/filters/";

  private final OwnFilters own;

  SavedFilterApi(OwnFilters own) {
    this.own = own;
  }

  record Named(
      @Schema(description = "What to call it", example = "Mine, urgent") Optional<String> name,
      @Schema(description = "The filter; absent for the plain inbox", example = "assignee:me")
          Optional<String> q) {}

  record Kept(
      long id,
      @Schema(example = "Mine, urgent") String name,
      @Schema(description = "The filter", example = "assignee:me severity:>=high") String q) {

    static Kept of(Saved saved) {
      return new Kept(saved.id(), saved.name(), saved.query());
    }
  }

  @GetMapping
  @Requires(Permission.TAKE_PART)
  Wire.Page<Kept> list(Caller.Person caller) {
    return new Wire.Page<>(own.of(caller).stream().map(Kept::of).toList(), null);
  }

  /// One of the same name gives way.
  @Operation(summary = "Save a filter")
  @PostMapping
  @Requires(Permission.TAKE_PART)
  @ApiResponse(responseCode = "201")
  ResponseEntity<Kept> save(Caller.Person caller, @RequestBody Named wanted) {
    Kept kept = Kept.of(own.save(caller, wanted.name().orElse(""), wanted.q().orElse("")));
    return ResponseEntity.created(URI.create(PATH + kept.id())).body(kept);
  }

  @PutMapping("/{filter}")
  @Requires(Permission.TAKE_PART)
  Kept change(Caller.Person caller, @PathVariable long filter, @RequestBody Named wanted) {
    return Kept.of(own.change(caller, filter, wanted.name().orElse(""), wanted.q().orElse("")));
  }

  @DeleteMapping("/{filter}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.TAKE_PART)
  void delete(Caller.Person caller, @PathVariable long filter) {
    if (!own.delete(caller, filter)) {
      throw ProblemException.notFound("filter " + filter + " of yours");
    }
  }
}
