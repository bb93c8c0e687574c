package io.aegispcap.analysis.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.incident.Told.What;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for any alerts.
class IncidentPropertyTests {
  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  /// A few hosts, so that much meets.
  private static List<Alert> alerts(Random random) {
    List<Alert> alerts = new ArrayList<>();
    int count = random.nextInt(40);
    for (int i = 0; i < count; i++) {
      alerts.add(
          Told.alert(
              "a-%02d".formatted(i),
              any(random, What.values()),
              any(random, Severity.values()),
              random.nextInt(20),
              host(random),
              random.nextInt(5) == 0 ? "" : host(random)));
    }
    return alerts;
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static String host(Random random) {
    return any(
        random,
        new String[] {
          "10.0.0.1", "10.0.0.2", "10.0.0.3", "203.0.113.1", "203.0.113.2:80", "evil.example", "-"
        });
  }

  private static List<Incident> of(List<Alert> alerts) {
    return Incidents.of(alerts, HomeNetworks.usual());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void putsEachAlertIntoOneIncidentAtMost(int seed) {
    List<Alert> alerts = alerts(new Random(seed));
    Set<String> known = alerts.stream().map(Alert::id).collect(Collectors.toSet());
    Set<String> placed = new HashSet<>();

    for (Incident incident : of(alerts)) {
      List<String> inSteps = new ArrayList<>();
      incident.steps().forEach(step -> inSteps.addAll(step.alerts()));
      Collections.sort(inSteps);
      assertThat(incident.alerts()).isEqualTo(inSteps).allMatch(known::contains);
      assertThat(incident.alerts()).allMatch(placed::add);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void leavesOutNothingOfMediumSeverity(int seed) {
    List<Alert> alerts = alerts(new Random(seed));
    Set<String> placed = new HashSet<>();
    of(alerts).forEach(incident -> placed.addAll(incident.alerts()));

    assertThat(alerts)
        .filteredOn(alert -> alert.severity().compareTo(Severity.MEDIUM) >= 0)
        .extracting(Alert::id)
        .allMatch(placed::contains);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doesNotDependOnTheOrderOfAlerts(int seed) {
    Random random = new Random(seed);
    List<Alert> alerts = alerts(random);
    List<Alert> shuffled = new ArrayList<>(alerts);
    Collections.shuffle(shuffled, random);

    assertThat(of(shuffled)).isEqualTo(of(alerts));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isNeverLessSevereThanItsAlertsNorMoreThanOneAbove(int seed) {
    List<Alert> alerts = alerts(new Random(seed));
    Map<String, Alert> byId = new HashMap<>();
    alerts.forEach(alert -> byId.put(alert.id(), alert));

    for (Incident incident : of(alerts)) {
      int worst =
          incident.alerts().stream()
              .mapToInt(id -> byId.get(id).severity().ordinal())
              .max()
              .orElseThrow();
      assertThat(incident.severity().ordinal()).isBetween(worst, worst + 1);
      assertThat(incident.confidence()).isBetween(0.6, 1.0);
      assertThat(incident.stages()).isSorted().isNotEmpty();
      assertThat(incident.steps())
          .isSortedAccordingTo((a, b) -> Long.compare(a.firstSeen(), b.firstSeen()));
    }
  }

  /// What is added elsewhere does not change an incident.
  @ParameterizedTest
  @MethodSource("seeds")
  void keepsIdsWhenUnrelatedAlertsAreAdded(int seed) {
    List<Alert> alerts = alerts(new Random(seed));
    List<Alert> more = new ArrayList<>(alerts);
    more.add(Told.alert("a-99", What.SERVICE, Severity.HIGH, 5, "192.168.9.9", "192.168.9.10"));

    List<Incident> before = of(alerts);
    List<Incident> after = of(more);

    assertThat(after).hasSize(before.size() + 1).containsAll(before);
  }
}
