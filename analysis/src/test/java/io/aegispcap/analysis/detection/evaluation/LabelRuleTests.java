package io.aegispcap.analysis.detection.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelRuleTests {
  private static SeenFlow flow(String from, int fromPort, String to, int toPort, String... names) {
    return new SeenFlow(
        new FlowKey(IpAddress.parse(from), IpAddress.parse(to), fromPort, toPort, 6, -1),
        0,
        Set.of(names));
  }

  private static final SeenFlow WEB = flow("10.0.0.1", 5_000, "198.51.100.1", 80);

  @Test
  void labelsAllFlows() {
    assertThat(LabelRule.parse("ALL:scan").label(WEB)).isEqualTo("scan");
  }

  @Test
  void labelsFlowsOfASource() {
    LabelRule rule = LabelRule.parse("SRC:10.0.0.1:scan");
    assertThat(rule.label(WEB)).isEqualTo("scan");
    assertThat(rule.label(flow("198.51.100.1", 80, "10.0.0.1", 5_000))).isEqualTo("benign");
  }

  @Test
  void labelsFlowsOfAHostEitherWay() {
    LabelRule rule = LabelRule.parse("HOST:198.51.100.1:c2");
    assertThat(rule.label(WEB)).isEqualTo("c2");
    assertThat(rule.label(flow("10.0.0.1", 1, "10.0.0.2", 2))).isEqualTo("benign");
  }

  @Test
  void labelsFlowsOfAPort() {
    LabelRule rule = LabelRule.parse("ANYPORT:80:bruteforce");
    assertThat(rule.label(WEB)).isEqualTo("bruteforce");
    assertThat(rule.label(flow("10.0.0.1", 80, "10.0.0.2", 9))).isEqualTo("bruteforce");
    assertThat(rule.label(flow("10.0.0.1", 8_080, "10.0.0.2", 9))).isEqualTo("benign");
  }

  @Test
  void labelsFlowsOfAService() {
    LabelRule rule = LabelRule.parse("CONN:198.51.100.1:80:c2");
    assertThat(rule.label(WEB)).isEqualTo("c2");
    assertThat(rule.label(flow("10.0.0.1", 5_000, "198.51.100.1", 443))).isEqualTo("benign");
    LabelRule six = LabelRule.parse("CONN:2001:db8::1:80:c2");
    assertThat(six.label(flow("2001:db8::9", 1, "2001:db8::1", 80))).isEqualTo("c2");
  }

  @Test
  void labelsFlowsThatAskForNames() {
    LabelRule rule = LabelRule.parse("QNAME:evil.org|Bad.com:dns_tunnel");
    assertThat(rule.label(flow("10.0.0.1", 1, "8.8.8.8", 53, "a.evil.org")))
        .isEqualTo("dns_tunnel");
    assertThat(rule.label(flow("10.0.0.1", 1, "8.8.8.8", 53, "bad.com"))).isEqualTo("dns_tunnel");
    assertThat(rule.label(flow("10.0.0.1", 1, "8.8.8.8", 53, "notevil.org"))).isEqualTo("benign");
  }

  @Test
  void knowsNothingOfFlowsOfACapture() {
    LabelRule rule = LabelRule.parse("CAPTURE:exploit");
    assertThat(rule.label(WEB)).isEqualTo(LabelRule.UNKNOWN);
    assertThat(rule.labelsFlows()).isFalse();
  }

  @Test
  void triesRulesInTurn() {
    LabelRule rule = LabelRule.parse("CONN:198.51.100.1:80:c2;else CAPTURE:lateral");
    assertThat(rule.label(WEB)).isEqualTo("c2");
    assertThat(rule.label(flow("10.0.0.1", 1, "10.0.0.2", 2))).isEqualTo(LabelRule.UNKNOWN);
    assertThat(rule.labelsFlows()).isFalse();
  }

  @Test
  void joinsSeveralClasses() {
    LabelRule rule =
        LabelRule.parse("SRC:10.0.0.1:scan;ANYPORT:22:bruteforce;QNAME:x.org:dns_tunnel");
    assertThat(rule.label(WEB)).isEqualTo("scan");
    assertThat(rule.label(flow("10.0.0.2", 5, "10.0.0.3", 22))).isEqualTo("bruteforce");
    assertThat(rule.label(flow("10.0.0.2", 5, "10.0.0.3", 80))).isEqualTo("benign");
    assertThat(rule.classes()).containsExactlyInAnyOrder("scan", "bruteforce", "dns_tunnel");
  }

  @Test
  void refusesWhatIsNoRule() {
    for (String text :
        new String[] {
          "",
          "scan",
          "ALL:",
          "ALL:x:y",
          "SRC:scan",
          "SRC:nowhere:scan",
          "ANYPORT:99999:x",
          "CONN:80:x",
          "EVERY:thing:x",
          "ALL:x;else ALL:y"
        }) {
      assertThatThrownBy(() -> LabelRule.parse(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
