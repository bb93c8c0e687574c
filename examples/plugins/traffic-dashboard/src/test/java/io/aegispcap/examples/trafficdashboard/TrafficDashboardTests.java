package io.aegispcap.examples.trafficdashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aegispcap.plugin.*;
import io.aegispcap.testkit.plugin.PluginTrial;
import java.util.*;
import org.junit.jupiter.api.Test;

class TrafficDashboardTests {
  @Test
  void showsFourCharts() {
    List<Chart> charts = new PluginTrial().run(new TrafficDashboard(), List.of()).charts();

    assertEquals(List.of("hosts", "protocols", "ports", "severities"), charts.stream().map(Chart::id).toList());
  }
}
