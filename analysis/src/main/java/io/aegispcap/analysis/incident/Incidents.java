package io.aegispcap.analysis.incident;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.AlertBook;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.detection.Sha256;
import io.aegispcap.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Joins alerts into incidents ([Groups] says which belong together). A group is an incident when
/// one of its alerts is of medium severity or worse, or when alerts of low severity stand at two
/// stages: one remark alone, and remarks of one kind, are no story, and information makes none.
///
/// What comes out depends on the alerts alone, not on their order. There are at most as many
/// incidents as alerts; what each lists is bounded.
public final class Incidents {
  private static final int ID_DIGITS = 10;

  private final HomeNetworks home;

  private Incidents(HomeNetworks home) {
    this.home = home;
  }

  /// Most urgent first.
  ///
  /// @param alerts whose ids differ
  public static List<Incident> of(List<Alert> alerts, HomeNetworks home) {
    return new Incidents(home).join(alerts);
  }

  private List<Incident> join(List<Alert> alerts) {
    List<Deed> deeds = new ArrayList<>(alerts.stream().map(Deed::of).toList());
    deeds.sort(Deed.BY_TIME);
    List<Incident> incidents = new ArrayList<>();
    for (List<Deed> group : new Groups(deeds, this::ours).all()) {
      if (story(group)) {
        incidents.add(incident(group));
      }
    }
    incidents.sort(Incident.ORDER);
    return Collections.unmodifiableList(incidents);
  }

  private boolean ours(String host) {
    try {
      return home.inside(IpAddress.parse(host));
    } catch (IllegalArgumentException domain) {
      return false;
    }
  }

  private static boolean story(List<Deed> group) {
    boolean medium = group.stream().anyMatch(Deed::medium);
    return medium
        || group.stream()
                .filter(Deed::carries)
                .map(Deed::stage)
                .filter(stage -> stage != Stage.UNPLACED)
                .distinct()
                .count()
            >= 2;
  }

  private static Incident incident(List<Deed> group) {
    List<String> ids = group.stream().map(deed -> deed.alert().id()).sorted().toList();
    List<Step> steps = steps(group);
    List<Step> listed = mostSevere(steps);
    List<Participant> hosts = Cast.of(group);
    Grading grading = Grading.of(group);
    List<Stage> stages =
        group.stream().filter(Deed::carries).map(Deed::stage).distinct().sorted().toList();
    return new Incident(
        "i-" + Sha256.hex(ids.toArray(String[]::new)).substring(0, ID_DIGITS),
        Titles.of(group, steps, stages),
        grading.severity(),
        grading.severityReason(),
        grading.confidence(),
        grading.confidenceReason(),
        group.stream().mapToLong(deed -> deed.alert().firstSeen()).min().orElseThrow(),
        group.stream().mapToLong(deed -> deed.alert().lastSeen()).max().orElseThrow(),
        stages,
        hosts.stream().limit(Incident.MAX_HOSTS).toList(),
        Math.max(0, hosts.size() - Incident.MAX_HOSTS),
        links(group),
        listed,
        steps.size() - listed.size(),
        ids);
  }

  private static List<Link> links(List<Deed> group) {
    Map<List<String>, List<Deed>> pairs = new LinkedHashMap<>();
    for (Deed deed : group) {
      String target = deed.target().orElse("");
      if (deed.carries() && !target.isEmpty() && !target.equals(deed.subject())) {
        pairs.computeIfAbsent(List.of(deed.subject(), target), _ -> new ArrayList<>()).add(deed);
      }
    }
    List<Link> links = new ArrayList<>();
    pairs.forEach((pair, deeds) -> links.add(link(pair.getFirst(), pair.getLast(), deeds)));
    return links.stream().limit(Incident.MAX_LINKS).toList();
  }

  private static Link link(String from, String to, List<Deed> deeds) {
    return new Link(
        from,
        to,
        deeds.stream().map(deed -> deed.alert().detector().technique().id()).distinct().toList(),
        deeds.stream()
            .map(deed -> deed.alert().severity())
            .max(Comparator.naturalOrder())
            .orElseThrow(),
        deeds.size());
  }

  private record Key(String detector, String subject) {}

  private static List<Step> steps(List<Deed> group) {
    Map<Key, List<Deed>> kinds = new LinkedHashMap<>();
    for (Deed deed : group) {
      Key key = new Key(deed.alert().detector().id(), deed.subject());
      kinds.computeIfAbsent(key, _ -> new ArrayList<>()).add(deed);
    }
    List<Step> steps = new ArrayList<>();
    kinds.values().forEach(kind -> steps.add(step(kind)));
    return steps; // of the first alert's time each, so in the order of time
  }

  private static Step step(List<Deed> kind) {
    List<Alert> worstFirst = kind.stream().map(Deed::alert).sorted(AlertBook.ORDER).toList();
    Set<String> targets = new LinkedHashSet<>();
    kind.forEach(deed -> deed.alert().target().ifPresent(targets::add));
    Alert worst = worstFirst.getFirst();
    return new Step(
        kind.getFirst().stage(),
        worst.detector(),
        kind.getFirst().subject(),
        targets.stream().limit(Step.MAX_TARGETS).toList(),
        worst.severity(),
        worst.confidence(),
        worst.sentences().getFirst(),
        worst.firstSeen(),
        worstFirst.stream().mapToLong(Alert::firstSeen).min().orElseThrow(),
        worstFirst.stream().mapToLong(Alert::lastSeen).max().orElseThrow(),
        worst.evidence().frames(),
        worstFirst.stream().mapToLong(alert -> alert.evidence().totalFrames()).sum(),
        worstFirst.stream().map(Alert::id).toList());
  }

  private static List<Step> mostSevere(List<Step> steps) {
    if (steps.size() <= Incident.MAX_STEPS) {
      return steps;
    }
    Set<Step> kept =
        new LinkedHashSet<>(
            steps.stream()
                .sorted(Comparator.comparing(Step::severity, Comparator.reverseOrder()))
                .limit(Incident.MAX_STEPS)
                .toList());
    return steps.stream().filter(kept::contains).toList();
  }
}
