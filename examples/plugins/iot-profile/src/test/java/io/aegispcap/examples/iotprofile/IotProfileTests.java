package io.aegispcap.examples.iotprofile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegispcap.plugin.*;
import io.aegispcap.testkit.plugin.PluginTrial;
import java.util.*;
import org.junit.jupiter.api.Test;

class IotProfileTests {
  @Test
  void knowsASensorByItsPort() {
    Flow flow = new Flow.Builder(0).destination("10.0.0.1", 1883).build();

    PluginTrial trial = new PluginTrial().run(new IotProfile(), List.of(flow));

    assertEquals(List.of("flow 0: device_kind = sensor", "flow 0: iot_hint = 0.5"), trial.notes());
    assertEquals(1.0, trial.metrics().get("device_flows_total"));
  }

  @Test
  void leavesTheWebAlone() {
    Flow flow = new Flow.Builder(0).destination("10.0.0.1", 443).build();

    assertEquals(List.of(), new PluginTrial().run(new IotProfile(), List.of(flow)).notes());
  }
}
