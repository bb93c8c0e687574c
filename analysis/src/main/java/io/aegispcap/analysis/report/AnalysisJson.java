package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.analysis.flow.FlowOptions;
import io.aegispcap.analysis.tuning.Suppressed;
import io.aegispcap.capture.file.Notice;
import io.aegispcap.capture.packet.DecodeOptions;
import java.io.IOException;
import java.io.OutputStream;

/// An analysis as one JSON document; `docs/reference/analysis.schema.json` says what is in it.
/// Fields have their ECS names where ECS has one.
public final class AnalysisJson {
  /// A new field is a minor change, any other change a major one.
  public static final String SCHEMA_VERSION = "1.1.0";

  private final JsonTree json;
  private final RunSummary summary;

  private AnalysisJson(JsonTree json, RunSummary summary) {
    this.json = json;
    this.summary = summary;
  }

  /// Writes the document; the stream stays open.
  public static void write(RunSummary summary, OutputStream out) throws IOException {
    JsonTree.document(out, json -> new AnalysisJson(json, summary).document());
  }

  private void document() {
    json.object(
        () -> {
          json.text("schema_version", SCHEMA_VERSION);
          json.object("observer", this::observer);
          json.array("captures", summary.captures(), this::capture);
          json.array("notices", summary.notices(), this::notice);
          json.object("totals", this::totals);
          json.object("timeline", this::timeline);
          json.object("protocols", this::protocols);
          json.array("hosts", summary.hosts(), host -> new HostJson(json).host(host));
          json.array(
              "conversations", summary.conversations(), c -> new HostJson(json).conversation(c));
          json.array(
              "incidents",
              summary.incidents(),
              incident -> new IncidentJson(json, summary.captures()).incident(incident));
          json.array("alerts", summary.alerts(), alert -> new AlertJson(json).alert(alert));
          json.array("suppressed", summary.tuned().suppressed(), this::suppressed);
          json.strings("tuning_notes", summary.tuned().notes());
          json.array("detectors", summary.methods().detectors(), this::detector);
          json.object("features", this::features);
          json.object("options", this::options);
        });
  }

  private void suppressed(Suppressed left) {
    json.text("by", left.by().label());
    json.text("reason", left.reason());
    json.object("alert", () -> new AlertJson(json).alert(left.alert()));
  }

  private void observer() {
    json.text("product", "AegisPCAP");
    json.text("version", summary.methods().software());
  }

  private void capture(CaptureFacts capture) {
    json.object(
        "file",
        () -> {
          json.text("path", capture.name());
          json.number("size", capture.size());
          capture.sha256().ifPresent(hash -> json.object("hash", () -> json.text("sha256", hash)));
        });
    json.text("format", capture.format());
    json.array(
        "link_types",
        capture.links(),
        link -> {
          json.number("number", link.number());
          json.text("name", link.name());
          json.number("packets", link.packets());
        });
    json.number("packets", capture.packets());
    if (capture.packets() > 0) {
      json.time("start", capture.first());
      json.time("end", capture.last());
    }
    json.object(
        "outcomes",
        () -> capture.outcomes().forEach((outcome, n) -> json.number(outcome.label(), n)));
  }

  private void notice(Notice notice) {
    json.text("file", notice.file());
    json.number("offset", notice.offset());
    json.text("message", notice.text());
  }

  private void totals() {
    json.number("packets", summary.counts().packets());
    json.number("captured_bytes", summary.counts().bytes());
    json.number("wire_bytes", summary.wireBytes());
    json.number("packets_in_flows", summary.packetsInFlows());
    json.number("packets_skipped", summary.packetsSkipped());
    json.number("flows", summary.counts().flows());
    json.object(
        "flow_ends",
        () -> summary.counts().ended().forEach((reason, n) -> json.number(reason.label(), n)));
    json.number("facts", summary.counts().facts());
    json.number("hosts", summary.hostCount());
    json.number("conversations", summary.conversationCount());
    json.flag("hosts_complete", summary.complete());
    if (summary.counts().packets() > 0) {
      json.time("start", summary.first());
      json.time("end", summary.last());
      json.number("duration", summary.duration());
    }
    summary.worst().ifPresent(worst -> json.text("worst_severity", worst.label()));
  }

  private void timeline() {
    Timeline timeline = summary.timeline();
    if (!timeline.buckets().isEmpty()) {
      json.time("start", timeline.start());
    }
    json.number("bucket_nanos", timeline.bucketNanos());
    json.array(
        "buckets",
        timeline.buckets(),
        bucket -> {
          json.number("packets", bucket.packets());
          json.number("bytes", bucket.bytes());
          json.number("flows", bucket.flows());
          json.number("alerts", bucket.alerts());
        });
  }

  private void protocols() {
    json.array("transport", summary.transports(), this::protocol);
    json.array("application", summary.applications(), this::protocol);
  }

  private void protocol(ProtocolCount count) {
    json.text("name", count.name());
    json.number("flows", count.flows());
    json.number("packets", count.packets());
    json.number("bytes", count.bytes());
  }

  private void detector(DetectorInfo detector) {
    json.text("id", detector.id());
    json.text("name", detector.name());
    json.text("version", detector.version());
    json.text("sha256", detector.digest());
    json.text("formula", detector.formula());
    json.text("source", detector.source());
    json.object("threat", () -> AlertJson.threat(json, detector.technique()));
  }

  private void features() {
    FeatureSchema schema = summary.methods().features();
    json.text("version", schema.version());
    json.text("sha256", schema.digest());
    json.number("count", schema.size());
  }

  private void options() {
    AnalysisOptions options = summary.methods().options();
    FlowOptions flows = options.engine().flows();
    DecodeOptions decode = options.engine().decode();
    json.number("tcp_idle_nanos", flows.tcpIdle().toNanos());
    json.number("udp_idle_nanos", flows.udpIdle().toNanos());
    json.number("other_idle_nanos", flows.otherIdle().toNanos());
    json.number("active_nanos", flows.active().toNanos());
    json.number("close_grace_nanos", flows.closeGrace().toNanos());
    json.number("max_flows", flows.maxFlows());
    json.text("vlan_key", flows.vlanKey().name().toLowerCase(java.util.Locale.ROOT));
    json.flag("decapsulate", decode.decapsulate());
    json.number("max_tunnel_depth", decode.maxTunnelDepth());
    json.flag("reassemble_fragments", decode.reassemble());
    json.flag("lenient", options.read().lenient());
    json.strings("home_networks", options.home());
  }
}
