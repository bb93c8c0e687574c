package io.aegispcap.platform.network.web;

import io.aegispcap.analysis.tuning.Allowance;
import io.aegispcap.analysis.tuning.Calibration;
import io.aegispcap.analysis.tuning.Device;
import io.aegispcap.analysis.tuning.Place;
import io.aegispcap.analysis.tuning.Threshold;
import io.aegispcap.analysis.tuning.Tuning;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.network.KnownCalibration;
import io.aegispcap.platform.network.KnownEntry;
import io.aegispcap.platform.network.KnownNetwork;
import io.aegispcap.platform.network.NetworkBook;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What is known of the network, for programs.
@RestController
@RequestMapping("/api/v1/network")
class NetworkApi {
  private static final String ENTRIES = "/api/v1/network/entries/";
  private static final int MOST = 500;

  private final NetworkBook book;
  private final Names names;

  NetworkApi(NetworkBook book, Names names) {
    this.book = book;
    this.names = names;
  }

  /// @param next where the list goes on; null at its end
  record Listing(List<Entry> items, @Nullable String next) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Network(
      @Schema(description = "Empty for private and link-local ones") List<String> homeNetworks,
      @Schema(description = "How many are applied") long allowances,
      @Schema(description = "Allowances that are not applied any more") long expired,
      long devices,
      @Nullable Calibrated calibration) {}

  /// @param moved detectors that count from somewhere else on
  @JsonNaming(SnakeCaseStrategy.class)
  record Calibrated(
      @Nullable String addedBy, Instant added, List<Learned> captures, List<String> moved) {}

  /// A capture that it was learned from.
  record Learned(String name, @Nullable String sha256) {

    static Learned of(Calibration.Source source) {
      return new Learned(source.name(), source.sha256().orElse(null));
    }
  }

  /// Either an allowance or a device.
  @JsonNaming(SnakeCaseStrategy.class)
  record Entry(
      long id,
      @Schema(description = "Its id, or * for all", example = "beaconing")
          @Nullable String detector,
      @Nullable String host,
      @Nullable String peer,
      @Nullable Integer port,
      @Nullable LocalDate expires,
      @Nullable String device,
      @Schema(example = "iot") @Nullable String kind,
      @Nullable String reason,
      boolean expired,
      @Nullable String addedBy,
      Instant added) {

    static Entry of(KnownEntry known, LocalDate day, @Nullable String by) {
      return switch (known.entry()) {
        case Allowance allowance ->
            new Entry(
                known.id(),
                allowance.detector().orElse("*"),
                allowance.host().map(Place::text).orElse(null),
                allowance.peer().map(Place::text).orElse(null),
                allowance.port().isPresent() ? allowance.port().getAsInt() : null,
                allowance.expires().orElse(null),
                null,
                null,
                allowance.reason(),
                allowance.expired(day),
                by,
                known.added());
        case Device device ->
            new Entry(
                known.id(),
                null,
                null,
                null,
                null,
                null,
                device.host().text(),
                device.kind().label(),
                device.reason().orElse(null),
                false,
                by,
                known.added());
      };
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record Home(
      @Schema(description = "In CIDR notation; none for private and link-local ones")
          List<String> homeNetworks) {
    Home {
      homeNetworks = List.copyOf(homeNetworks);
    }
  }

  /// @param known how many were there before
  record Added(List<Long> ids, int known) {}

  @GetMapping
  @Requires(Permission.MAINTAIN)
  @Operation(summary = "What is known of the network")
  Network one() {
    KnownNetwork known = book.known();
    return new Network(
        known.home(),
        known.allowances(),
        known.expired(),
        known.devices(),
        known.calibration().map(this::calibrated).orElse(null));
  }

  private Calibrated calibrated(KnownCalibration known) {
    return new Calibrated(
        names.of(List.of(known.addedBy())).get(known.addedBy()),
        known.added(),
        known.calibration().captures().stream().map(Learned::of).toList(),
        known.calibration().thresholds().stream()
            .filter(Threshold::moved)
            .map(Tuning::moved)
            .toList());
  }

  @PutMapping("/home-networks")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.MAINTAIN)
  @Operation(summary = "Say what is inside when nobody decides otherwise")
  void home(Caller.Person caller, @RequestBody Home wanted) {
    book.home(caller, wanted.homeNetworks());
  }

  @GetMapping("/entries")
  @Requires(Permission.MAINTAIN)
  @Operation(summary = "List what is allowed, and devices")
  Listing list(
      @RequestParam(defaultValue = "100") int limit,
      @Parameter(description = "Where the list before ended") @RequestParam Optional<Long> cursor) {
    KnownNetwork known = book.known();
    List<KnownEntry> all =
        known.entries().stream()
            .filter(entry -> cursor.isEmpty() || entry.id() > cursor.get())
            .toList();
    List<KnownEntry> shown = all.subList(0, Math.min(Math.clamp(limit, 1, MOST), all.size()));
    Map<?, String> handles = names.of(shown.stream().map(KnownEntry::addedBy).distinct().toList());
    return new Listing(
        shown.stream()
            .map(entry -> Entry.of(entry, known.day(), handles.get(entry.addedBy())))
            .toList(),
        all.size() > shown.size() ? Long.toString(shown.getLast().id()) : null);
  }

  @PostMapping("/entries")
  @Requires(Permission.MAINTAIN)
  @Operation(summary = "Add an allowance or a device: an object like a line of the allow-list")
  @ApiResponse(responseCode = "201")
  ResponseEntity<Entry> add(
      Caller.Person caller, @RequestBody Map<String, @Nullable Object> wanted) {
    KnownEntry made = book.add(caller, values(wanted));
    return ResponseEntity.created(URI.create(ENTRIES + made.id())).body(shown(made));
  }

  /// What is null is not there; numbers are as those of lines.
  private static Map<String, Object> values(Map<String, @Nullable Object> wanted) {
    Map<String, Object> values = new LinkedHashMap<>();
    wanted.forEach(
        (name, value) -> {
          if (value instanceof Number number) {
            values.put(name, number.doubleValue());
          } else if (value != null) {
            values.put(name, value);
          }
        });
    return values;
  }

  private Entry shown(KnownEntry entry) {
    return Entry.of(
        entry, book.known().day(), names.of(List.of(entry.addedBy())).get(entry.addedBy()));
  }

  @GetMapping("/entries/{entry}")
  @Requires(Permission.MAINTAIN)
  @Operation(summary = "Get an allowance or a device")
  Entry entry(@PathVariable long entry) {
    return shown(book.require(entry));
  }

  @DeleteMapping("/entries/{entry}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.MAINTAIN)
  @Operation(summary = "Remove an allowance or a device")
  void remove(Caller.Person caller, @PathVariable long entry) {
    book.remove(caller, entry);
  }

  @PostMapping("/entries/{entry}/restore")
  @Requires(Permission.MAINTAIN)
  @Operation(summary = "Restore an allowance or a device that was removed of late")
  Entry restore(Caller.Person caller, @PathVariable long entry) {
    return shown(book.restore(caller, entry));
  }

  @PostMapping("/allow-list")
  @Requires(Permission.MAINTAIN)
  @Operation(summary = "Add all lines of an allow-list, or none")
  Added addLines(Caller.Person caller, HttpServletRequest request, @RequestBody byte[] content) {
    NetworkBook.Added added = book.addLines(caller, text(request, content));
    return new Added(added.ids(), added.known());
  }

  @PutMapping("/calibration")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.MAINTAIN)
  @Operation(summary = "Bring a calibration, in place of the one before")
  void calibrate(Caller.Person caller, HttpServletRequest request, @RequestBody byte[] content) {
    book.calibrate(caller, text(request, content));
  }

  /// A form's content would not be the bytes that were sent; curl says of any body that it is one.
  private static String text(HttpServletRequest request, byte[] content) {
    if (String.valueOf(request.getContentType()).contains("form")) {
      throw new ProblemException(
          ProblemType.Common.UNSUPPORTED_MEDIA_TYPE,
          "Send the file as it is, with Content-Type: application/octet-stream.");
    }
    return SentText.of(content);
  }

  @DeleteMapping("/calibration")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.MAINTAIN)
  @Operation(summary = "Remove the calibration")
  void removeCalibration(Caller.Person caller) {
    book.removeCalibration(caller);
  }
}
