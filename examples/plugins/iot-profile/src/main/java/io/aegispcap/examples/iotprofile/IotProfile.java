package io.aegispcap.examples.iotprofile;

import io.aegispcap.plugin.*;
import java.util.*;

/// Says of flows what kind of device speaks like that.
public final class IotProfile implements Analyzer {
  private static final Map<Integer, String> KINDS =
      Map.ofEntries(
          Map.entry(554, "camera"), Map.entry(8554, "camera"), Map.entry(1883, "sensor"),
          Map.entry(8883, "sensor"), Map.entry(5683, "sensor"), Map.entry(1900, "media"),
          Map.entry(5353, "media"), Map.entry(8009, "media"), Map.entry(631, "printer"),
          Map.entry(9100, "printer"), Map.entry(502, "controller"), Map.entry(102, "controller"),
          Map.entry(47808, "controller"), Map.entry(44818, "controller"));
  private static final Set<String> RECOGNISED =
      Set.of("rtsp", "mqtt", "coap", "ssdp", "mdns", "ipp", "modbus", "s7comm", "bacnet");

  private Host host;

  @Override
  public PluginMetadata getMetadata() {
    return new PluginMetadata("examples/iot-profile", "0.1.0", PluginKind.ANALYZER);
  }

  @Override
  public void initialize(Host host) {
    this.host = host;
  }

  @Override
  public void process(FlowBatch flows, Annotations annotations) {
    for (Flow flow : flows) {
      String kind = KINDS.get(flow.destinationPort());
      if (kind != null) {
        annotations.annotate(flow, "device_kind", kind);
        annotations.feature(flow, "iot_hint", RECOGNISED.contains(flow.application()) ? 1 : 0.5);
        host.metrics().count("device_flows_total", 1);
      }
    }
  }
}
