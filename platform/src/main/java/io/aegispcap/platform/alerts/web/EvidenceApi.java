package io.aegispcap.platform.alerts.web;

import io.aegispcap.analysis.dissection.Dissection;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Reads;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Alerts;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.Triage;
import io.aegispcap.platform.alerts.proof.Proof;
import io.aegispcap.platform.alerts.triage.Action;
import io.aegispcap.platform.alerts.triage.Actions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What proves an alert and what became of it, for programs.
@RestController
@RequestMapping("/api/v1/alerts/{id}")
class EvidenceApi {
  private static final int HISTORY = 500;

  private final Alerts alerts;
  private final Proof proof;
  private final Actions actions;
  private final Names names;
  private final Reads reads;

  EvidenceApi(Alerts alerts, Proof proof, Actions actions, Names names, Reads reads) {
    this.alerts = alerts;
    this.proof = proof;
    this.actions = actions;
    this.names = names;
    this.reads = reads;
  }

  record Field(String name, String value) {}

  record Layer(String name, List<Field> fields) {}

  /// @param time ISO 8601 in UTC
  /// @param hex the first bytes
  record Packet(
      long number,
      Instant time,
      int length,
      String source,
      String destination,
      String protocol,
      String summary,
      List<Layer> layers,
      String hex) {}

  record Judged(String state, @Nullable String reason, @Nullable String assignee) {}

  /// @param person null for the platform, and for whoever left
  record Entry(
      long action,
      Instant at,
      @Nullable String person,
      String kind,
      @Nullable Long rule,
      boolean undone,
      Judged from,
      Judged to) {}

  /// @param cursor the page, from 1
  @GetMapping("/packets")
  @Requires(Permission.VISIT)
  Wire.Page<Packet> packets(
      Caller caller, @PathVariable long id, @RequestParam(defaultValue = "1") int cursor) {
    Alert alert = alerts.require(new AlertId(id), caller);
    Proof.Part part = proof.packets(alert, caller, cursor);
    reads.record(caller, "packet.list", alert.id().toString(), "", part.packets().size());
    return new Wire.Page<>(
        part.packets().stream().map(EvidenceApi::packet).toList(),
        part.page() < part.pages() ? Integer.toString(part.page() + 1) : null);
  }

  private static Packet packet(Dissection packet) {
    return new Packet(
        packet.number(),
        Instant.ofEpochSecond(0, packet.timestamp()),
        packet.originalLength(),
        packet.source(),
        packet.destination(),
        packet.protocol(),
        packet.summary(),
        packet.layers().stream().map(EvidenceApi::layer).toList(),
        String.join(
            "", packet.dump().rows().stream().map(row -> row.hex().replace(" ", "")).toList()));
  }

  private static Layer layer(Dissection.Layer layer) {
    return new Layer(
        layer.name(),
        layer.fields().stream().map(field -> new Field(field.name(), field.value())).toList());
  }

  /// The latest first; the last 500.
  @GetMapping("/history")
  @Requires(Permission.VISIT)
  Wire.Page<Entry> history(Caller caller, @PathVariable long id) {
    Alert alert = alerts.require(new AlertId(id), caller);
    List<Action> history = actions.historyOf(alert.id(), HISTORY);
    reads.record(caller, "action.list", alert.id().toString(), "", history.size());
    Map<PersonId, String> known =
        names.of(
            history.stream()
                .flatMap(
                    action ->
                        Stream.of(
                                action.person(),
                                action.before().assignee(),
                                action.after().assignee())
                            .flatMap(Optional::stream))
                .toList());
    return new Wire.Page<>(history.stream().map(action -> entry(action, known)).toList(), null);
  }

  private static Entry entry(Action action, Map<PersonId, String> names) {
    return new Entry(
        action.id().value(),
        action.at(),
        action.person().map(names::get).orElse(null),
        action.kind().name().toLowerCase(Locale.ROOT),
        action.rule().orElse(null),
        action.undone(),
        judged(action.before(), names),
        judged(action.after(), names));
  }

  private static Judged judged(Triage triage, Map<PersonId, String> names) {
    return new Judged(
        triage.state().slug(),
        triage.reason().map(Reason::slug).orElse(null),
        triage.assignee().map(names::get).orElse(null));
  }
}
