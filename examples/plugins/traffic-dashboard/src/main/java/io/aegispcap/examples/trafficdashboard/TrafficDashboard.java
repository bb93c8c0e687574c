package io.aegispcap.examples.trafficdashboard;

import io.aegispcap.plugin.*;

/// Where traffic goes: by host, protocol and port.
public final class TrafficDashboard implements Visualization {
  @Override
  public PluginMetadata getMetadata() {
    return new PluginMetadata("examples/traffic-dashboard", "0.1.0", PluginKind.VISUALIZATION);
  }

  @Override
  public void process(Charts charts) {
    show(charts, "hosts", "Bytes by destination", Chart.Shape.BAR, "destination_ip", "bytes");
    show(charts, "protocols", "Flows by protocol", Chart.Shape.PIE, "application", "");
    show(charts, "ports", "Flows by port", Chart.Shape.TABLE, "destination_port", "");
    charts.show(
        new Chart(
            "severities",
            "Alerts by severity",
            Chart.Shape.BAR,
            new Chart.Query(Chart.Source.ALERTS, "severity", "", 5)));
  }

  private static void show(
      Charts charts, String id, String title, Chart.Shape shape, String groupBy, String sum) {
    charts.show(
        new Chart(id, title, shape, new Chart.Query(Chart.Source.FLOWS, groupBy, sum, 10)));
  }
}
