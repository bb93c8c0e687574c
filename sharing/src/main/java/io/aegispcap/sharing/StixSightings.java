package io.aegispcap.sharing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.incident.Incident;
import io.aegispcap.analysis.report.CaptureFacts;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.AttackPattern;
import io.aegispcap.stix.object.Bundle;
import io.aegispcap.stix.object.ExternalReference;
import io.aegispcap.stix.object.Grouping;
import io.aegispcap.stix.object.Identity;
import io.aegispcap.stix.object.KillChainPhase;
import io.aegispcap.stix.object.ObservedData;
import io.aegispcap.stix.object.Sighting;
import io.aegispcap.stix.object.StixId;
import io.aegispcap.stix.object.StixObject;
import io.aegispcap.stix.object.StixTimestamp;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What was found as a bundle of STIX 2.1: for each alert what was observed and the sighting of an
/// attack pattern, for each incident a grouping of its sightings. Nothing is called an indicator:
/// that somebody was attacked from an address does not make the address a mark of attacks.
///
/// The same captures and options give the same bytes: identifiers follow from what they name, and
/// objects are of the time of the last packet, those that are the same in all bundles of a fixed
/// one.
public final class StixSightings {
  /// When what is the same in all bundles was written down.
  private static final Instant WRITTEN = Instant.parse("2026-11-28T00:00:00Z");

  private static final Pattern ATTACK_ID = Pattern.compile("T\\d{4}(\\.\\d{3})?");
  private static final int MAX_OBSERVED = 999_999_999;

  private final RunSummary summary;
  private final NamedCreation fixed = new NamedCreation(WRITTEN);
  private final NamedCreation now;
  private final Identity us;
  private final Observables observables = new Observables();
  private final Map<Technique, AttackPattern> patterns = new LinkedHashMap<>();
  private final Map<String, List<StixId>> byAlert = new HashMap<>();
  private final List<StixObject> found = new ArrayList<>();

  private StixSightings(RunSummary summary) {
    this.summary = summary;
    now = new NamedCreation(Instant.ofEpochSecond(0, summary.last()));
    us =
        Identity.create(fixed.of("identity"), "AegisPCAP")
            .withIdentityClass("system")
            .withDescription("Turns network captures into explained alerts.");
  }

  /// Writes the bundle in one line; the stream stays open.
  public static void write(RunSummary summary, OutputStream out) throws IOException {
    out.write((new StixSightings(summary).bundle().json().toJson() + "\n").getBytes(UTF_8));
    out.flush();
  }

  private Bundle bundle() {
    summary.alerts().forEach(this::alert);
    summary.incidents().forEach(this::incident);
    List<StixObject> objects = new ArrayList<>();
    objects.add(us);
    objects.addAll(patterns.values());
    objects.addAll(observables.all());
    objects.addAll(found);
    return Bundle.create(now.of("bundle", version(), captures()), objects);
  }

  private String version() {
    return summary.methods().software();
  }

  private String captures() {
    return String.join("\0", summary.captures().stream().map(StixSightings::nameOf).toList());
  }

  private static String nameOf(CaptureFacts capture) {
    return capture.sha256().orElse(capture.name());
  }

  private void alert(Alert alert) {
    List<StixId> made = new ArrayList<>();
    List<StixId> seen = observables.of(alert);
    Sighting sighting =
        Sighting.create(
            now.of("sighting", version(), alert.id()), id(pattern(alert.detector().technique())));
    if (!seen.isEmpty()) {
      ObservedData observed = observed(alert, seen);
      found.add(observed);
      made.add(id(observed));
      sighting = sighting.withObservedDataRefs(List.of(id(observed)));
    }
    sighting =
        sighting
            .withFirstSeen(time(alert.firstSeen()))
            .withLastSeen(time(alert.lastSeen()))
            .withCount(Math.min(alert.count(), MAX_OBSERVED))
            .withWhereSightedRefs(List.of(id(us)))
            .withDescription(alert.sentences().getFirst())
            .with("created_by_ref", JsonValue.of(id(us).toString()))
            .with("confidence", JsonValue.of(Math.round(alert.confidence() * 100)))
            .with("labels", JsonArray.ofTexts(labels(alert)));
    found.add(sighting);
    made.add(id(sighting));
    byAlert.put(alert.id(), made);
  }

  private static List<String> labels(Alert alert) {
    return List.of("severity:" + alert.severity().label(), "detector:" + alert.detector().id());
  }

  private ObservedData observed(Alert alert, List<StixId> seen) {
    return ObservedData.create(
            now.of("observed-data", version(), alert.id()),
            time(alert.firstSeen()),
            time(alert.lastSeen()),
            Math.min(alert.count(), MAX_OBSERVED))
        .withObjectRefs(seen)
        .with("created_by_ref", JsonValue.of(id(us).toString()));
  }

  private AttackPattern pattern(Technique technique) {
    return patterns.computeIfAbsent(technique, this::describe);
  }

  private AttackPattern describe(Technique technique) {
    AttackPattern pattern =
        AttackPattern.create(
            fixed.of("attack-pattern", technique.id(), technique.name(), technique.tactic()),
            technique.name());
    pattern = pattern.with("created_by_ref", JsonValue.of(id(us).toString()));
    if (!ATTACK_ID.matcher(technique.id()).matches()) {
      return pattern;
    }
    boolean ics = technique.id().startsWith("T0");
    String phase = technique.tactic().toLowerCase(Locale.ROOT).replace(' ', '-');
    ExternalReference reference =
        ExternalReference.of("mitre-attack").withExternalId(technique.id());
    return pattern
        .withKillChainPhases(
            List.of(KillChainPhase.of(ics ? "mitre-ics-attack" : "mitre-attack", phase)))
        .with("external_references", new JsonArray(List.of(reference.json())));
  }

  private void incident(Incident incident) {
    List<StixId> refs =
        incident.alerts().stream()
            .flatMap(alert -> byAlert.getOrDefault(alert, List.of()).stream())
            .toList();
    Grouping grouping =
        Grouping.create(now.of("grouping", version(), incident.id()), "suspicious-activity", refs);
    found.add(
        grouping
            .with("name", JsonValue.of(incident.title()))
            .with("description", JsonValue.of(description(incident)))
            .with("confidence", JsonValue.of(Math.round(incident.confidence() * 100)))
            .with("labels", JsonArray.ofTexts(List.of("severity:" + incident.severity().label())))
            .with("created_by_ref", JsonValue.of(id(us).toString())));
  }

  private static String description(Incident incident) {
    List<String> steps =
        incident.steps().stream()
            .map(
                step ->
                    time(step.firstSeen()) + " " + step.stage().label() + ": " + step.sentence())
            .toList();
    return String.join("\n", steps);
  }

  private static StixTimestamp time(long nanos) {
    return StixTimestamp.of(Instant.ofEpochSecond(0, nanos));
  }

  private static StixId id(StixObject object) {
    return StixId.of(object.json().text("id").orElseThrow());
  }
}
