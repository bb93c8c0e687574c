package io.aegispcap.platform.captures.flows.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aegispcap.platform.captures.flows.FlowDetail;
import io.aegispcap.platform.captures.flows.FlowRow;
import io.aegispcap.platform.captures.flows.Host;
import io.aegispcap.platform.captures.flows.Timeline;
import io.aegispcap.platform.captures.flows.Traffic;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What programs get to see of flows.
final class Wire {
  private Wire() {}

  /// @param next cursor of the items that follow; absent at the end
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Items<T>(List<T> items, Optional<String> next) {}

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Flow(
      long frame,
      Instant start,
      long durationNanos,
      FlowRow.Side source,
      FlowRow.Side destination,
      String transport,
      Optional<String> application,
      Optional<String> name,
      String state,
      String communityId) {

    static Flow of(FlowRow row) {
      return new Flow(
          row.frame(),
          row.start(),
          row.duration().toNanos(),
          row.source(),
          row.destination(),
          row.transport(),
          row.application(),
          row.name(),
          row.state(),
          row.communityId());
    }
  }

  /// @param features numbers by name; units are in the reference of features
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record WholeFlow(
      Flow flow,
      long lastFrame,
      String endReason,
      String direction,
      String vlan,
      String tunnel,
      Map<String, Double> features,
      List<Map<String, String>> facts,
      @Schema(description = "What plugins said of it") List<FlowDetail.Note> plugins) {

    static WholeFlow of(FlowDetail detail) {
      Map<String, Double> features = new LinkedHashMap<>();
      detail.features().forEach(each -> features.put(each.feature().name(), each.value()));
      return new WholeFlow(
          Flow.of(detail.row()),
          detail.lastFrame(),
          detail.endReason(),
          detail.direction(),
          detail.vlan(),
          detail.tunnel(),
          features,
          detail.facts(),
          detail.notes());
    }
  }

  /// @param bucketNanos width of a bucket of the time line
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Overview(
      Traffic.Totals all,
      Traffic.Totals shown,
      long hosts,
      Instant timelineStart,
      long bucketNanos,
      List<Timeline.Series> timeline,
      List<Traffic.Protocol> protocols,
      List<Talker> talkers,
      List<Traffic.Pair> pairs) {

    static Overview of(Traffic traffic) {
      return new Overview(
          traffic.all(),
          traffic.shown(),
          traffic.hosts(),
          traffic.timeline().axis().at(0),
          traffic.timeline().axis().width(),
          traffic.timeline().series(),
          traffic.protocols(),
          traffic.talkers().stream().map(Talker::of).toList(),
          traffic.pairs());
    }
  }

  record Talker(String ip, long sent, long received, long flows) {
    static Talker of(Traffic.Talker talker) {
      return new Talker(talker.ip(), talker.sent(), talker.received(), talker.flows());
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record SeenHost(
      String ip,
      boolean home,
      String role,
      List<String> names,
      long bytesSent,
      long bytesReceived,
      long packets,
      long flowsOpened,
      long flowsAnswered,
      long peers,
      Instant firstSeen,
      Instant lastSeen,
      List<Host.Service> services,
      long alerts) {}

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Name(
      String name,
      String source,
      String field,
      long flows,
      long hosts,
      Instant first,
      Instant last) {}

  /// @param from where the word at the cursor begins
  /// @param to where it ends
  record Completions(int from, int to, List<Choice> items) {}

  record Choice(String text, String meaning) {}
}
