package io.aegispcap.platform.alerts.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Alerts;
import io.aegispcap.platform.alerts.Change;
import io.aegispcap.platform.alerts.Incidents;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.rule.ArchiveRule;
import io.aegispcap.platform.alerts.rule.RuleBook;
import io.aegispcap.platform.alerts.talk.Conversation;
import io.aegispcap.platform.alerts.triage.Action;
import io.aegispcap.platform.alerts.triage.Actions;
import io.aegispcap.platform.alerts.triage.AlertTriage;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

@RunningPlatform
class AlertIngestTests {
  private final Incidents incidents;
  private final Guests guests;
  private final Alerts alerts;
  private final AlertTriage triage;
  private final Actions actions;
  private final Conversation conversation;
  private final RuleBook rules;
  private final JsonMapper json;

  AlertIngestTests(
      Incidents incidents,
      Guests guests,
      Alerts alerts,
      AlertTriage triage,
      Actions actions,
      Conversation conversation,
      RuleBook rules,
      JsonMapper json) {
    this.incidents = incidents;
    this.guests = guests;
    this.alerts = alerts;
    this.triage = triage;
    this.actions = actions;
    this.conversation = conversation;
    this.rules = rules;
    this.json = json;
  }

  @Test
  void bringsInAllThatTheEngineFindsInTheSamples() {
    Guest owner = guests.join();
    for (String sample : List.of("night.pcapng", "port-scan.pcapng.zst", "benign.pcap.gz")) {
      JsonNode found = json.readTree(Incidents.document(sample)).required("alerts");
      CaptureId capture = incidents.sample(sample, owner.id(), Visibility.PRIVATE);
      List<Alert> kept =
          incidents.alertsOf(capture).stream().map(id -> alerts.require(id, as(owner))).toList();
      assertThat(kept)
          .as(sample)
          .extracting(alert -> alert.finding().id())
          .containsExactlyInAnyOrderElementsOf(
              found.valueStream().map(alert -> alert.required("id").asString()).toList());
    }
  }

  @Test
  void understandsAnAlertWhole() {
    Guest owner = guests.join();
    Alert scan = scan(owner, incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE));
    assertThat(scan.finding().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(scan.finding().subject()).isEqualTo("198.51.100.23");
    assertThat(scan.finding().target()).contains("192.0.2.22");
    assertThat(scan.finding().count()).isEqualTo(1000);
    assertThat(scan.finding().techniques()).extracting("id").containsExactly("T1046");
    assertThat(scan.finding().measures().getFirst().threshold()).contains(25.0);
    assertThat(scan.finding().evidence().packetsTotal()).isEqualTo(2001);
    assertThat(scan.finding().evidence().packetsListed()).isEqualTo(1000);
    assertThat(scan.triage().state()).isEqualTo(State.OPEN);
  }

  @Test
  void changesNothingWhenItIsToldTwice() {
    Guest owner = guests.join();
    CaptureId capture = incidents.capture("night.pcapng", owner.id(), Visibility.PRIVATE);
    AnalysisId analysis = incidents.analysed(capture, Incidents.document("night.pcapng"));
    List<Alert> before = all(owner, capture);
    incidents.tell(capture, analysis);
    assertThat(all(owner, capture)).isEqualTo(before);
  }

  @Test
  void keepsWhatPeopleDidWhenTheCaptureIsAnalysedAgain() {
    Guest owner = guests.join();
    String document = Incidents.document("night.pcapng");
    CaptureId capture = incidents.capture("night.pcapng", owner.id(), Visibility.PRIVATE);
    incidents.analysed(capture, document);
    Alert scan = scan(owner, capture);
    triage.change(as(owner), List.of(scan.id()), Change.Move.to(State.ESCALATED));
    triage.change(as(owner), List.of(scan.id()), new Change.Assign(Optional.of(owner.id())));
    conversation.say(as(owner), scan, "That is our own scanner.");
    incidents.analysed(capture, document.replace("tried 1000 TCP ports", "tried 1001 TCP ports"));
    Alert again = alerts.require(scan.id(), as(owner));
    assertThat(again.finding().sentence()).contains("tried 1001 TCP ports");
    assertThat(again.triage().state()).isEqualTo(State.ESCALATED);
    assertThat(again.triage().assignee()).contains(owner.id());
    assertThat(conversation.of(again)).hasSize(1);
    assertThat(again.arrived()).isEqualTo(scan.arrived());
    assertThat(all(owner, capture)).hasSize(6);
  }

  @Test
  void marksWhatIsNotFoundAnyMoreAndTakesTheMarkBack() {
    Guest owner = guests.join();
    String document = Incidents.document("night.pcapng");
    CaptureId capture = incidents.capture("night.pcapng", owner.id(), Visibility.PRIVATE);
    incidents.analysed(capture, document);
    Alert scan = scan(owner, capture);
    incidents.analysed(capture, without(document, scan.finding().id()));
    assertThat(alerts.require(scan.id(), as(owner)).found()).isFalse();
    assertThat(all(owner, capture)).filteredOn(Alert::found).hasSize(5);
    assertThat(kinds(scan.id())).containsExactly(Action.Kind.LOST);
    incidents.analysed(capture, document);
    assertThat(alerts.require(scan.id(), as(owner)).found()).isTrue();
    assertThat(kinds(scan.id())).containsExactly(Action.Kind.FOUND, Action.Kind.LOST);
  }

  @Test
  void takesNothingFromAnAnalysisThatWasOvertaken() {
    Guest owner = guests.join();
    String document = Incidents.document("night.pcapng");
    CaptureId capture = incidents.capture("night.pcapng", owner.id(), Visibility.PRIVATE);
    AnalysisId early = incidents.recorded(capture, document);
    incidents.analysed(capture, without(document, idOfScan(document)));
    incidents.tell(capture, early);
    assertThat(all(owner, capture)).hasSize(5);
  }

  @Test
  void archivesWhatARuleMatches() {
    Guest maker = guests.join();
    CaptureId first = incidents.sample("night.pcapng", maker.id(), Visibility.PRIVATE);
    Alert scan = scan(maker, first);
    RuleBook.Made made =
        rules.make(
            as(maker),
            scan,
            new ArchiveRule.Match(
                "port-scan",
                Optional.of(scan.finding().subject()),
                Optional.empty(),
                Severity.MEDIUM),
            Reason.BENIGN,
            false);
    assertThat(made.archived().alerts()).isZero();
    CaptureId next = incidents.sample("night.pcapng", maker.id(), Visibility.PRIVATE);
    assertThat(scan(maker, first).triage().state()).isEqualTo(State.OPEN);
    Alert archived = scan(maker, next);
    assertThat(archived.triage().state()).isEqualTo(State.ARCHIVED);
    assertThat(archived.triage().reason()).contains(Reason.BENIGN);
    assertThat(kinds(archived.id())).containsExactly(Action.Kind.RULE);
    assertThat(all(maker, next)).filteredOn(a -> a.triage().state() == State.OPEN).hasSize(5);
    rules.delete(as(maker), made.rule().id());
    CaptureId last = incidents.sample("night.pcapng", maker.id(), Visibility.PRIVATE);
    assertThat(scan(maker, last).triage().state()).isEqualTo(State.OPEN);
  }

  @Test
  void leavesPrivateCapturesOfOthersToTheirOwners() {
    Guest maker = guests.join();
    Guest other = guests.join();
    Alert scan = scan(maker, incidents.sample("night.pcapng", maker.id(), Visibility.PRIVATE));
    RuleBook.Made made =
        rules.make(
            as(maker),
            scan,
            new ArchiveRule.Match(
                "port-scan", Optional.empty(), Optional.empty(), Severity.CRITICAL),
            Reason.FALSE_POSITIVE,
            true);
    assertThat(made.archived().alerts()).isPositive();
    CaptureId theirs = incidents.sample("night.pcapng", other.id(), Visibility.PRIVATE);
    assertThat(scan(other, theirs).triage().state()).isEqualTo(State.OPEN);
    rules.delete(as(maker), made.rule().id());
  }

  private String without(String document, String id) {
    JsonNode tree = json.readTree(document);
    ((ArrayNode) tree.required("alerts"))
        .removeIf(alert -> alert.required("id").asString().equals(id));
    return json.writeValueAsString(tree);
  }

  private String idOfScan(String document) {
    return json.readTree(document)
        .required("alerts")
        .valueStream()
        .filter(alert -> alert.required("rule").required("id").asString().equals("port-scan"))
        .map(alert -> alert.required("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private List<Action.Kind> kinds(AlertId alert) {
    return actions.historyOf(alert, 10).stream().map(Action::kind).toList();
  }

  private List<Alert> all(Guest owner, CaptureId capture) {
    return incidents.alertsOf(capture).stream().map(id -> alerts.require(id, as(owner))).toList();
  }

  private Alert scan(Guest owner, CaptureId capture) {
    return all(owner, capture).stream()
        .filter(alert -> alert.finding().rule().id().equals("port-scan"))
        .findFirst()
        .orElseThrow();
  }

  private static Caller.Person as(Guest guest) {
    return Caller.Person.atBrowser(guest.id(), guest.handle(), Set.of(Role.MEMBER));
  }
}
