package io.aegispcap.platform.network.web;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.detection.catalogue.Detectors;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.network.KnownCalibration;
import io.aegispcap.platform.network.KnownEntry;
import io.aegispcap.platform.network.KnownNetwork;
import io.aegispcap.platform.network.NetworkBook;
import io.aegispcap.platform.network.web.NetworkPage.Part;
import io.aegispcap.platform.network.web.NetworkPage.Refusal;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Shows what is known of the network, and takes what maintainers know. A form that is not taken
/// comes back as it was typed.
@Controller
@RequestMapping("/network")
class NetworkController {
  private static final int SHOWN = 100;

  private final NetworkBook book;
  private final Names names;
  private final List<String> detectors;

  NetworkController(NetworkBook book, Names names) {
    this.book = book;
    this.names = names;
    this.detectors =
        Detectors.all(new DetectionOptions(HomeNetworks.usual())).stream()
            .map(detector -> detector.info().id())
            .sorted()
            .toList();
  }

  /// Fields of forms may stand in the address.
  @GetMapping
  @Requires(Permission.MAINTAIN)
  Reply show(@RequestParam Map<String, String> query, @RequestParam Optional<Long> before) {
    return page(new NetworkForm(query), before, Optional.empty());
  }

  @PostMapping("/home")
  @Requires(Permission.MAINTAIN)
  Reply home(Caller.Person caller, @RequestParam Map<String, String> typed) {
    NetworkForm form = new NetworkForm(typed);
    return attempt(
        Part.HOME,
        form,
        () -> {
          book.home(caller, form.home());
          return "home";
        });
  }

  @PostMapping("/allowances")
  @Requires(Permission.MAINTAIN)
  Reply allow(Caller.Person caller, @RequestParam Map<String, String> typed) {
    NetworkForm form = new NetworkForm(typed);
    return attempt(
        Part.ALLOW,
        form,
        () -> {
          book.add(caller, form.allowance());
          return "allowed";
        });
  }

  @PostMapping("/devices")
  @Requires(Permission.MAINTAIN)
  Reply name(Caller.Person caller, @RequestParam Map<String, String> typed) {
    NetworkForm form = new NetworkForm(typed);
    return attempt(
        Part.DEVICE,
        form,
        () -> {
          book.add(caller, form.device());
          return "device";
        });
  }

  /// Lines that are typed, or else those of a file.
  @PostMapping("/lines")
  @Requires(Permission.MAINTAIN)
  Reply addLines(
      Caller.Person caller,
      @RequestParam Map<String, String> typed,
      @RequestParam Optional<MultipartFile> file)
      throws IOException {
    NetworkForm form = new NetworkForm(typed);
    byte[] sent = content(file);
    return attempt(
        Part.LINES,
        form,
        () -> {
          String lines = form.text("lines").isEmpty() ? SentText.of(sent) : form.text("lines");
          NetworkBook.Added added = book.addLines(caller, lines);
          return "lines&added=" + added.ids().size() + "&known=" + added.known();
        });
  }

  @PostMapping("/entries/{entry}/remove")
  @Requires(Permission.MAINTAIN)
  Reply remove(Caller.Person caller, @PathVariable long entry) {
    book.remove(caller, entry);
    return new Redirect("/network?done=removed&entry=" + entry);
  }

  @PostMapping("/entries/{entry}/restore")
  @Requires(Permission.MAINTAIN)
  Reply restore(Caller.Person caller, @PathVariable long entry) {
    return attempt(
        Part.ENTRIES,
        new NetworkForm(Map.of()),
        () -> {
          book.restore(caller, entry);
          return "restored";
        });
  }

  @PostMapping("/calibration")
  @Requires(Permission.MAINTAIN)
  Reply calibrate(Caller.Person caller, @RequestParam Optional<MultipartFile> file)
      throws IOException {
    byte[] sent = content(file);
    return attempt(
        Part.CALIBRATION,
        new NetworkForm(Map.of()),
        () -> {
          book.calibrate(caller, SentText.of(sent));
          return "calibrated";
        });
  }

  @PostMapping("/calibration/remove")
  @Requires(Permission.MAINTAIN)
  Reply removeCalibration(Caller.Person caller) {
    book.removeCalibration(caller);
    return new Redirect("/network?done=uncalibrated");
  }

  private static byte[] content(Optional<MultipartFile> file) throws IOException {
    return file.isPresent() ? file.get().getBytes() : new byte[0];
  }

  /// Does something, and says what was done.
  private interface Change {
    String make();
  }

  private Reply attempt(Part part, NetworkForm form, Change change) {
    try {
      return new Redirect("/network?done=" + change.make());
    } catch (ProblemException refused) {
      return page(
          form, Optional.empty(), Optional.of(new Refusal(part, refused.problem().detail())));
    }
  }

  private NetworkPage page(NetworkForm form, Optional<Long> before, Optional<Refusal> refusal) {
    KnownNetwork known = book.known();
    List<KnownEntry> all =
        known.entries().reversed().stream()
            .filter(entry -> before.isEmpty() || entry.id() < before.get())
            .toList();
    List<KnownEntry> shown = all.subList(0, Math.min(SHOWN, all.size()));
    Optional<KnownEntry> removed = undo(form);
    List<PersonId> people =
        Stream.concat(
                shown.stream().map(KnownEntry::addedBy),
                known.calibration().stream().map(KnownCalibration::addedBy))
            .distinct()
            .toList();
    return new NetworkPage(
        known,
        shown,
        all.size() > shown.size() ? Optional.of(shown.getLast().id()) : Optional.empty(),
        names.of(people),
        detectors,
        form,
        refusal,
        refusal.isPresent() ? Optional.empty() : done(form),
        removed);
  }

  /// What the address says was removed, as long as it can be restored.
  private Optional<KnownEntry> undo(NetworkForm form) {
    return form.text("done").equals("removed")
        ? form.number("entry").flatMap(book::removed)
        : Optional.empty();
  }

  private static Optional<String> done(NetworkForm form) {
    return switch (form.text("done")) {
      case "home" -> Optional.of("The home networks are set.");
      case "allowed" -> Optional.of("It is allowed in analyses to come.");
      case "device" -> Optional.of("The device is known to analyses to come.");
      case "lines" ->
          Optional.of(
              "New entries: %s. There before: %s."
                  .formatted(form.number("added").orElse(0L), form.number("known").orElse(0L)));
      case "removed" -> Optional.of("The entry is removed.");
      case "restored" -> Optional.of("The entry is there again.");
      case "calibrated" -> Optional.of("The calibration is applied in analyses to come.");
      case "uncalibrated" -> Optional.of("The calibration is removed.");
      default -> Optional.empty();
    };
  }
}
