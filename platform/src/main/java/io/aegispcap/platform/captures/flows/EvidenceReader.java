package io.aegispcap.platform.captures.flows;

import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what analyses found out; they never change, so the last ones are remembered.
@Component
public class EvidenceReader {
  private final Blobs blobs;
  private final Recent<BlobId, Evidence> recent = new Recent<>(16);

  EvidenceReader(Blobs blobs) {
    this.blobs = blobs;
  }

  /// @param document of an analysis
  public Evidence read(BlobId document) {
    return recent.get(document, this::parse);
  }

  private Evidence parse(BlobId document) {
    try (InputStream in = blobs.open(document)) {
      JsonNode root = JsonMapper.shared().readTree(in);
      Map<String, Evidence.KnownHost> hosts = new HashMap<>();
      root.path("hosts").forEach(host -> hosts.put(text(host, "ip"), host(host)));
      List<Evidence.Found> alerts = new ArrayList<>();
      root.path("alerts").forEach(alert -> alerts.add(alert(alert)));
      return new Evidence(hosts, alerts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Evidence.KnownHost host(JsonNode host) {
    List<Evidence.HostName> names = new ArrayList<>();
    host.path("names")
        .forEach(
            name -> names.add(new Evidence.HostName(text(name, "name"), text(name, "source"))));
    return new Evidence.KnownHost(host.path("home").asBoolean(false), names);
  }

  private static Evidence.Found alert(JsonNode alert) {
    return new Evidence.Found(
        text(alert, "id"),
        text(alert, "severity"),
        text(alert.path("rule"), "name"),
        text(alert, "message"),
        text(alert, "subject"),
        text(alert, "target"));
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asString("");
  }
}
