package io.aegispcap.analysis.report;

import java.util.List;

/// Hosts and conversations as JSON.
final class HostJson {
  private final JsonTree json;

  HostJson(JsonTree json) {
    this.json = json;
  }

  void host(HostSummary host) {
    json.text("ip", host.address().toString());
    json.flag("home", host.home());
    json.text("role", host.role());
    json.array(
        "names",
        host.names(),
        name -> {
          json.text("name", name.name());
          json.text("source", name.source().label());
        });
    json.number("packets_sent", host.packetsSent());
    json.number("packets_received", host.packetsReceived());
    json.number("bytes_sent", host.bytesSent());
    json.number("bytes_received", host.bytesReceived());
    json.number("flows_opened", host.opened());
    json.number("flows_answered", host.answered());
    json.number("peers", host.peers());
    json.time("first_seen", host.firstSeen());
    json.time("last_seen", host.lastSeen());
    services(host.services());
    json.number("alerts", host.alerts());
  }

  void conversation(Conversation pair) {
    json.object(
        "source",
        () -> {
          json.text("ip", pair.source().toString());
          json.number("bytes", pair.bytesForward());
        });
    json.object(
        "destination",
        () -> {
          json.text("ip", pair.destination().toString());
          json.number("bytes", pair.bytesBackward());
        });
    json.number("flows", pair.flows());
    json.number("packets", pair.packets());
    json.time("first_seen", pair.firstSeen());
    json.time("last_seen", pair.lastSeen());
    services(pair.services());
    json.number("alerts", pair.alerts());
  }

  private void services(List<Service> services) {
    json.strings("services", services.stream().map(Service::toString).toList());
  }
}
