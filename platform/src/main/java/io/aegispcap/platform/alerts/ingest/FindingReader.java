package io.aegispcap.platform.alerts.ingest;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.platform.alerts.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads alerts as analyses write them. What is missing or of another kind is an error, which names
/// the field: the schema promises them all.
@Component
public class FindingReader {
  private final JsonMapper json;

  FindingReader(JsonMapper json) {
    this.json = json;
  }

  /// @param document an alert of `analysis.schema.json`
  public Finding read(String document) {
    return read(json.readTree(document));
  }

  Finding read(JsonNode alert) {
    JsonNode event = alert.required("event");
    JsonNode confidence = alert.required("confidence");
    JsonNode threat = alert.required("threat");
    return new Finding(
        text(alert, "id"),
        Severity.valueOf(text(alert, "severity").toUpperCase(Locale.ROOT)),
        texts(alert.required("messages")),
        text(alert, "subject"),
        optional(alert, "target"),
        Instant.parse(text(event, "start")),
        Instant.parse(text(event, "end")),
        event.required("count").asLong(),
        confidence.required("value").asDouble(),
        text(confidence, "reason"),
        rule(alert.required("rule")),
        techniques(threat.required("technique")),
        texts(threat.required("tactic").required("name")),
        list(alert.required("measures"), FindingReader::measure),
        evidence(alert.required("evidence")),
        text(alert, "wireshark_filter"),
        text(alert, "benign_explanation"),
        text(alert, "next_step"));
  }

  private static Finding.Rule rule(JsonNode rule) {
    return new Finding.Rule(text(rule, "id"), text(rule, "name"), text(rule, "version"));
  }

  private static List<Finding.Technique> techniques(JsonNode technique) {
    List<String> ids = texts(technique.required("id"));
    List<String> names = texts(technique.required("name"));
    List<Finding.Technique> techniques = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      techniques.add(new Finding.Technique(ids.get(i), i < names.size() ? names.get(i) : ""));
    }
    return techniques;
  }

  private static Finding.Measure measure(JsonNode measure) {
    JsonNode threshold = measure.path("threshold");
    return new Finding.Measure(
        text(measure, "name"),
        measure.required("value").asDouble(),
        threshold.isNumber() ? Optional.of(threshold.asDouble()) : Optional.empty(),
        text(measure, "unit"));
  }

  private static Finding.Evidence evidence(JsonNode evidence) {
    return new Finding.Evidence(
        evidence.required("packets_total").asLong(),
        list(evidence.required("packets"), FindingReader::packets),
        evidence.required("flows_total").asLong(),
        list(evidence.required("flows"), FindingReader::flow));
  }

  private static Finding.Packets packets(JsonNode packets) {
    return new Finding.Packets(
        packets.required("capture").asInt(),
        list(
            packets.required("ranges"),
            range -> new Finding.Range(range.required(0).asLong(), range.required(1).asLong())));
  }

  private static Finding.Flow flow(JsonNode flow) {
    JsonNode network = flow.required("network");
    return new Finding.Flow(
        endpoint(flow.required("source")),
        endpoint(flow.required("destination")),
        text(network, "community_id"),
        text(network, "transport"));
  }

  private static Finding.Endpoint endpoint(JsonNode side) {
    return new Finding.Endpoint(text(side, "ip"), side.required("port").asInt());
  }

  private static String text(JsonNode node, String field) {
    return WireText.visible(node.required(field).asString());
  }

  private static Optional<String> optional(JsonNode node, String field) {
    return node.hasNonNull(field) ? Optional.of(text(node, field)) : Optional.empty();
  }

  private static List<String> texts(JsonNode array) {
    return list(array, node -> WireText.visible(node.asString()));
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
    return array.valueStream().map(item).toList();
  }
}
