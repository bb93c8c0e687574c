package io.aegispcap.examples.portknock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegispcap.plugin.*;
import io.aegispcap.testkit.plugin.PluginTrial;
import java.util.*;
import org.junit.jupiter.api.Test;

class PortKnockTests {
  private static Flow flow(int number, int port, String state, long second) {
    return new Flow.Builder(number)
        .source("198.51.100.9", 40_000 + number)
        .destination("10.0.0.2", port)
        .state(state)
        .time(second * 1_000_000_000L, 0)
        .backward(state.equals("SF") ? 5 : 0, 0)
        .build();
  }

  @Test
  void findsThreeKnocksAndADoor() {
    List<Flow> flows =
        List.of(flow(0, 7000, "S0", 1), flow(1, 8000, "S0", 2), flow(2, 9000, "S0", 3), flow(3, 22, "SF", 4));

    List<Finding> findings = new PluginTrial().run(new PortKnock(), flows).findings();

    assertEquals(
        "198.51.100.9 touched 3 closed ports of 10.0.0.2, and port 22 opened",
        findings.getFirst().sentence());
  }

  @Test
  void takesNoScanForAKnock() {
    List<Flow> flows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      flows.add(flow(i, 1000 + i, "S0", 1));
    }
    flows.add(flow(100, 22, "SF", 2));

    assertEquals(List.of(), new PluginTrial().run(new PortKnock(), flows).findings());
  }

  @Test
  void forgetsKnocksOfLongAgo() {
    List<Flow> flows =
        List.of(flow(0, 7000, "S0", 1), flow(1, 8000, "S0", 2), flow(2, 9000, "S0", 3), flow(3, 22, "SF", 400));

    assertEquals(List.of(), new PluginTrial().run(new PortKnock(), flows).findings());
  }
}
