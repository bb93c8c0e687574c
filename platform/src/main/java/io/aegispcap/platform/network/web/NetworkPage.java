package io.aegispcap.platform.network.web;

import io.aegispcap.analysis.tuning.DeviceKind;
import io.aegispcap.analysis.tuning.Threshold;
import io.aegispcap.analysis.tuning.Tuning;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.network.KnownCalibration;
import io.aegispcap.platform.network.KnownEntry;
import io.aegispcap.platform.network.KnownNetwork;
import io.aegispcap.platform.web.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// What is known of the network.
///
/// @param entries those that are shown, the latest first
/// @param older where the list goes on
/// @param names of people who are still here
/// @param detectors ids that can be allowed
/// @param form what stands in the forms
/// @param refusal what was not taken just now
/// @param done what was done just now
/// @param removed what can be restored with one click, since it was removed just now
public record NetworkPage(
    KnownNetwork known,
    List<KnownEntry> entries,
    Optional<Long> older,
    Map<PersonId, String> names,
    List<String> detectors,
    NetworkForm form,
    Optional<Refusal> refusal,
    Optional<String> done,
    Optional<KnownEntry> removed)
    implements Page {

  /// @param part of the page that was sent
  /// @param why in a sentence or two
  public record Refusal(Part part, String why) {}

  /// Forms of the page.
  public enum Part {
    HOME,
    ENTRIES,
    ALLOW,
    DEVICE,
    LINES,
    CALIBRATION
  }

  public NetworkPage {
    entries = List.copyOf(entries);
    names = Map.copyOf(names);
    detectors = List.copyOf(detectors);
  }

  @Override
  public String title() {
    return "Network";
  }

  @Override
  public String template() {
    return "network/page";
  }

  @Override
  public HttpStatus status() {
    return refusal.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
  }

  public List<EntryRow> rows() {
    return entries.stream()
        .map(entry -> EntryRow.of(entry, known.day(), name(entry.addedBy())))
        .toList();
  }

  /// What the entry that can be restored is about.
  public Optional<EntryRow> undo() {
    return removed.map(entry -> EntryRow.of(entry, known.day(), name(entry.addedBy())));
  }

  public String name(PersonId person) {
    return names.getOrDefault(person, "someone who left");
  }

  /// Why this form was not taken.
  public Optional<String> refused(Part part) {
    return refusal.filter(one -> one.part() == part).map(Refusal::why);
  }

  /// Whether the form is to be seen at once.
  public boolean open(Part part) {
    return refused(part).isPresent()
        || part == Part.ALLOW && refusal.isEmpty() && !form.text("detector").isEmpty();
  }

  public String home() {
    return refused(Part.HOME).isPresent() ? form.text("home") : String.join(", ", known.home());
  }

  public List<String> kinds() {
    return DeviceKind.labels();
  }

  /// Detectors that count from somewhere else on here.
  public List<String> moved(KnownCalibration calibration) {
    return calibration.calibration().thresholds().stream()
        .filter(Threshold::moved)
        .map(Tuning::moved)
        .toList();
  }
}
