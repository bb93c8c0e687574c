package io.aegispcap.examples.slackwebhook;

import io.aegispcap.plugin.*;
import java.util.*;

/// Posts alerts to a Slack channel.
public final class SlackWebhook implements Integration {
  private Host host;
  private String path = "";
  private Severity least = Severity.MEDIUM;

  @Override
  public PluginMetadata getMetadata() {
    return new PluginMetadata("examples/slack-webhook", "0.1.0", PluginKind.INTEGRATION);
  }

  @Override
  public void initialize(Host host) {
    this.host = host;
    path = host.settings().getOrDefault("path", "");
    least = Severity.valueOf(host.settings().getOrDefault("severity", "medium").toUpperCase(Locale.ROOT));
  }

  @Override
  public void process(AlertBatch alerts, Http http) {
    for (Alert alert : alerts) {
      if (alert.severity().compareTo(least) >= 0) {
        post(alert, http);
      }
    }
  }

  private void post(Alert alert, Http http) {
    String text =
        "*%s* %s (%s, %.0f %% sure)"
            .formatted(
                alert.severity(), alert.sentences().getFirst(), alert.technique(), alert.confidence() * 100);
    Http.Response response =
        http.post(
            "https://hooks.slack.com" + path,
            Map.of("content-type", "application/json"),
            "{\"text\":\"" + escaped(text) + "\"}");
    boolean taken = response.status() == 200;
    host.metrics().count(taken ? "posted_total" : "refused_total", 1);
    if (!taken) {
      host.log("Slack answered " + response.status() + " for " + alert.id());
    }
  }

  /// For JSON (RFC 8259 7), and for Slack's own marks.
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").toCharArray()) {
      if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c < ' ') {
        escaped.append("\\u%04x".formatted((int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
