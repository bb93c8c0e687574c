package io.aegispcap.analysis.incident;

import static io.aegispcap.analysis.incident.Told.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.incident.Told.What;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentsTests {
  private static final String OUTSIDE = "203.0.113.9";
  private static final String FIRST = "10.0.0.5";
  private static final String SECOND = "10.0.0.7";
  private static final String SERVER = "198.51.100.1:443 (evil.example)";

  private static List<Incident> of(Alert... alerts) {
    return Incidents.of(List.of(alerts), HomeNetworks.usual());
  }

  private static Incident one(Alert... alerts) {
    List<Incident> incidents = of(alerts);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst();
  }

  /// Scanned, guessed, taken; used against another host, which then calls and sends.
  private static List<Alert> intrusion() {
    return List.of(
        alert("a-1", What.SCAN, Severity.LOW, 0, OUTSIDE, FIRST),
        alert("a-2", What.GUESS, Severity.MEDIUM, 60, OUTSIDE, FIRST + ":22"),
        alert("a-3", What.SERVICE, Severity.HIGH, 120, FIRST, SECOND),
        alert("a-4", What.BEACON, Severity.LOW, 180, SECOND, SERVER),
        alert("a-5", What.UPLOAD, Severity.MEDIUM, 240, SECOND, SERVER));
  }

  @Test
  void tellsAnIntrusionAsOneStory() {
    Incident incident = one(intrusion().toArray(Alert[]::new));

    assertThat(incident.stages())
        .containsExactly(
            Stage.RECONNAISSANCE,
            Stage.ACCESS,
            Stage.EXECUTION,
            Stage.COMMAND_AND_CONTROL,
            Stage.EXFILTRATION);
    assertThat(incident.steps())
        .extracting(step -> step.alerts().getFirst())
        .containsExactly("a-1", "a-2", "a-3", "a-4", "a-5");
    assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(incident.severityReason()).contains("remote-service", "5 stages");
    assertThat(incident.confidence()).isBetween(0.87, 0.88); // 1 - 0.4 * 0.75^4
    assertThat(incident.title())
        .isEqualTo(
            "10.0.0.5 and 2 others: reconnaissance, access, execution, command and control,"
                + " exfiltration");
    assertThat(incident.firstSeen()).isZero();
    assertThat(incident.lastSeen()).isEqualTo(250 * Told.SECOND);
  }

  @Test
  void saysWhatEachHostIs() {
    Incident incident = one(intrusion().toArray(Alert[]::new));

    assertThat(incident.hosts())
        .containsExactlyInAnyOrder(
            new Participant(OUTSIDE, List.of(Role.ATTACKER)),
            new Participant(FIRST, List.of(Role.ATTACKER, Role.VICTIM)),
            new Participant(SECOND, List.of(Role.VICTIM)),
            new Participant("198.51.100.1", List.of(Role.SERVER)));
    assertThat(incident.links())
        .extracting(link -> link.from() + " " + link.to() + " " + link.techniques())
        .containsExactly(
            OUTSIDE + " " + FIRST + " [T1046, T1110]",
            FIRST + " " + SECOND + " [T1569.002]",
            SECOND + " 198.51.100.1 [T1071, T1048]");
  }

  @Test
  void doesNotFollowFromWhatCameBefore() {
    List<Incident> incidents =
        of(
            alert("a-1", What.UPLOAD, Severity.MEDIUM, 0, SECOND, SERVER),
            alert("a-2", What.SERVICE, Severity.HIGH, 120, FIRST, SECOND));

    assertThat(incidents)
        .extracting(Incident::alerts)
        .containsExactly(List.of("a-2"), List.of("a-1"));
  }

  @Test
  void isNotLedOnByAScanOrByStolenTickets() {
    assertThat(
            of(
                alert("a-1", What.SCAN, Severity.MEDIUM, 0, FIRST, SECOND),
                alert("a-2", What.BEACON, Severity.MEDIUM, 60, SECOND, SERVER)))
        .hasSize(2);
    assertThat(
            of(
                alert("a-1", What.TICKETS, Severity.MEDIUM, 0, FIRST, SECOND),
                alert("a-2", What.BEACON, Severity.MEDIUM, 60, SECOND, SERVER)))
        .hasSize(2);
  }

  @Test
  void joinsACallBackToTheAttacker() {
    Incident incident =
        one(
            alert("a-1", What.SCAN, Severity.LOW, 0, OUTSIDE, FIRST),
            alert("a-2", What.BEACON, Severity.LOW, 60, FIRST, OUTSIDE + ":443"));

    assertThat(incident.severity()).as("low things stay low").isEqualTo(Severity.LOW);
    assertThat(incident.title())
        .isEqualTo("203.0.113.9 and one other host: reconnaissance, command and control");
    assertThat(incident.stages()).containsExactly(Stage.RECONNAISSANCE, Stage.COMMAND_AND_CONTROL);
  }

  @Test
  void joinsHostsThatCallOneServerOutside() {
    Incident incident =
        one(
            alert("a-1", What.BEACON, Severity.MEDIUM, 0, FIRST, SERVER),
            alert("a-2", What.BEACON, Severity.MEDIUM, 60, SECOND, SERVER));

    assertThat(incident.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(incident.title()).isEqualTo("10.0.0.5 and one other host: beaconing → 198.51.100.1");
    assertThat(
            of(
                alert("a-1", What.BEACON, Severity.MEDIUM, 0, FIRST, "10.0.0.1:443"),
                alert("a-2", What.BEACON, Severity.MEDIUM, 60, SECOND, "10.0.0.1:443")))
        .as("a server of ours is not an attacker's")
        .hasSize(2);
  }

  @Test
  void joinsThoseWhoGuessAtOneService() {
    assertThat(
            of(
                alert("a-1", What.GUESS, Severity.MEDIUM, 0, OUTSIDE, FIRST + ":22"),
                alert("a-2", What.GUESS, Severity.MEDIUM, 60, "203.0.113.10", FIRST + ":22")))
        .hasSize(1);
  }

  @Test
  void namesNoTargetsThatActThemselves() {
    assertThat(
            one(
                    alert("a-1", What.GUESS, Severity.MEDIUM, 0, FIRST, SECOND + ":22"),
                    alert("a-2", What.TICKETS, Severity.MEDIUM, 60, SECOND, FIRST))
                .title())
        .isEqualTo("10.0.0.5 and one other host: brute-force and kerberos-downgrade");
  }

  @Test
  void makesNoIncidentOfRemarks() {
    assertThat(of(alert("a-1", What.BEACON, Severity.LOW, 0, FIRST, SERVER))).isEmpty();
    assertThat(
            of(
                alert("a-1", What.SCAN, Severity.LOW, 0, FIRST, SECOND),
                alert("a-2", What.BEACON, Severity.INFO, 60, FIRST, SERVER),
                alert("a-3", What.PASSWORD, Severity.INFO, 90, FIRST, SERVER)))
        .as("information makes no stage")
        .isEmpty();
    assertThat(
            of(
                alert("a-1", What.ODD, Severity.LOW, 0, FIRST, SECOND),
                alert("a-2", What.BEACON, Severity.LOW, 60, FIRST, SERVER)))
        .as("what is not placed makes no stage")
        .isEmpty();
  }

  @Test
  void showsInformationWhereItBelongs() {
    Incident incident =
        one(
            alert("a-1", What.PASSWORD, Severity.INFO, 0, FIRST, "10.0.0.9:21"),
            alert("a-2", What.UPLOAD, Severity.MEDIUM, 60, FIRST, SERVER),
            alert("a-3", What.BEACON, Severity.INFO, 60, SECOND, SERVER));

    assertThat(incident.alerts()).containsExactly("a-1", "a-2");
    assertThat(incident.stages()).containsExactly(Stage.EXFILTRATION);
    assertThat(incident.hosts()).extracting(Participant::name).doesNotContain("10.0.0.9");
  }

  @Test
  void takesTheFloodedForTheVictim() {
    Incident incident = one(alert("a-1", What.FLOOD, Severity.MEDIUM, 0, FIRST, "TCP port 80"));

    assertThat(incident.hosts()).containsExactly(new Participant(FIRST, List.of(Role.VICTIM)));
    assertThat(incident.links()).isEmpty();
  }

  @Test
  void raisesNothingBelowMediumAndNothingOutOfOrder() {
    assertThat(
            one(
                    alert("a-1", What.SCAN, Severity.LOW, 0, FIRST, SECOND),
                    alert("a-2", What.SERVICE, Severity.LOW, 60, FIRST, SECOND),
                    alert("a-3", What.BEACON, Severity.LOW, 90, FIRST, SERVER))
                .severity())
        .isEqualTo(Severity.LOW);
    assertThat(
            one(
                    alert("a-1", What.UPLOAD, Severity.MEDIUM, 0, FIRST, SERVER),
                    alert("a-2", What.BEACON, Severity.LOW, 60, FIRST, SERVER),
                    alert("a-3", What.SCAN, Severity.MEDIUM, 90, FIRST, SECOND))
                .severity())
        .isEqualTo(Severity.MEDIUM);
  }

  @Test
  void makesOneStepOfAlertsOfAKind() {
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Severity severity = i == 7 ? Severity.HIGH : Severity.MEDIUM;
      alerts.add(alert("a-" + i, What.SERVICE, severity, i, FIRST, "10.0.1." + i));
    }

    Incident incident = one(alerts.toArray(Alert[]::new));

    assertThat(incident.steps()).hasSize(1);
    Step step = incident.steps().getFirst();
    assertThat(step.sentence()).isEqualTo(alerts.get(7).sentences().getFirst());
    assertThat(step.sentenceSeen()).isEqualTo(alerts.get(7).firstSeen());
    assertThat(step.alerts()).hasSize(30).startsWith("a-7");
    assertThat(step.targets()).hasSize(Step.MAX_TARGETS).startsWith("10.0.1.0", "10.0.1.1");
    assertThat(step.totalFrames()).isEqualTo(30);
  }

  @Test
  void listsNoMoreThanItSays() {
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String host = "203.0." + i / 250 + "." + i % 250;
      Severity severity = i == 499 ? Severity.HIGH : Severity.MEDIUM;
      alerts.add(alert("a-" + i, What.GUESS, severity, i, host, FIRST + ":22"));
    }

    Incident incident = one(alerts.toArray(Alert[]::new));

    assertThat(incident.alerts()).hasSize(500);
    assertThat(incident.steps()).hasSize(Incident.MAX_STEPS);
    assertThat(incident.steps().getLast().severity()).isEqualTo(Severity.HIGH);
    assertThat(incident.moreSteps()).isEqualTo(300);
    assertThat(incident.hosts()).hasSize(Incident.MAX_HOSTS);
    assertThat(incident.moreHosts()).isEqualTo(301);
    assertThat(incident.links()).hasSize(Incident.MAX_LINKS);
  }
}
