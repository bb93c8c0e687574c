package io.aegispcap.examples.slackwebhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegispcap.plugin.*;
import io.aegispcap.testkit.plugin.PluginTrial;
import java.util.*;
import org.junit.jupiter.api.Test;

class SlackWebhookTests {
  private static Alert alert(Severity severity, String sentence) {
    return new Alert(
        "a-1", "port-scan", severity, 0.9, "10.0.0.5", Optional.empty(), List.of(sentence), "T1046",
        java.time.Instant.EPOCH, java.time.Instant.EPOCH, 1);
  }

  @Test
  void postsWhatIsSevereEnough() {
    List<Alert> alerts = List.of(alert(Severity.HIGH, "a \"scan\" <b>"), alert(Severity.LOW, "noise"));

    PluginTrial trial =
        new PluginTrial().setting("path", "/services/x").setting("severity", "medium").alert(new SlackWebhook(), alerts);

    assertEquals(
        List.of(
            "https://hooks.slack.com/services/x {\"text\":\"*HIGH* a \\\"scan\\\" &lt;b&gt; (T1046, 90 % sure)\"}"),
        trial.posts());
    assertEquals(1.0, trial.metrics().get("posted_total"));
  }

  @Test
  void countsWhatSlackDoesNotTake() {
    PluginTrial trial =
        new PluginTrial().answering(500).alert(new SlackWebhook(), List.of(alert(Severity.HIGH, "x")));

    assertEquals(1.0, trial.metrics().get("refused_total"));
  }
}
