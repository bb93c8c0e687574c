package io.aegispcap.analysis.detection.policy;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Sightings;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.dns.DnsExchange;
import io.aegispcap.capture.protocol.quic.QuicInitial;
import io.aegispcap.capture.protocol.tls.TlsHandshake;
import java.util.Optional;
import java.util.function.Consumer;

/// A host uses a service for remote access or for ways into a network.
///
/// Formula: a name that is asked for or spoken to by TLS or QUIC ends in one of [RemoteService];
/// for information.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class RemoteTool implements Detector {
  private static final DetectorInfo INFO =
      new DetectorInfo(
          "remote-tool",
          "Remote access tool",
          "1.0.0",
          "a name asked of DNS, or the server name of TLS or QUIC, ends in a domain of one of "
              + RemoteService.values().length
              + " services for remote access or tunnels; for information",
          "the vendors' lists of names that firewalls have to let through; lolrmm.io",
          new Technique("T1219", "Remote Access Tools", "Command and Control"),
          "help desk and administrators who use it with permission",
          "ask whether this tool is allowed on this host, and who installed it when");

  private final Sightings<RemoteService> pairs =
      Sightings.ofServices(RemoteService.class, RemoteTool::finding);

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(DnsExchange.class, TlsHandshake.class, QuicInitial.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    switch (fact) {
      case DnsExchange dns -> seen(key, fact, dns.name());
      case TlsHandshake tls -> tls.serverName().ifPresent(name -> seen(key, fact, name));
      case QuicInitial quic -> quic.serverName().ifPresent(name -> seen(key, fact, name));
      default -> {}
    }
  }

  private void seen(FlowKey key, Fact fact, String name) {
    Optional<RemoteService> service = RemoteService.of(name);
    if (service.isPresent()) {
      pairs.at(key, fact).kinds().putIfAbsent(service.get(), name);
    }
  }

  private static Finding finding(Sightings.Pair<RemoteService> pair) {
    StringBuilder names = new StringBuilder();
    pair.kinds()
        .forEach(
            (service, name) ->
                names
                    .append(names.isEmpty() ? "" : ", ")
                    .append(service.title())
                    .append(" (")
                    .append(name)
                    .append(")"));
    return pair.finding(
        INFO,
        "%s uses %s at %s".formatted(pair.client(), names, pair.server()),
        Severity.INFO,
        0.9,
        "the names belong to the vendors",
        new Measure("names", pair.count(), 1, "names"));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
