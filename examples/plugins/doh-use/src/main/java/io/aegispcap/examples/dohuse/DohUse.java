package io.aegispcap.examples.dohuse;

import io.aegispcap.plugin.*;
import java.util.*;

/// Hosts that ask names over HTTPS or TLS, past the local resolver.
public final class DohUse implements Detector {
  private static final int DOT = 853;
  private static final Set<String> RESOLVERS =
      Set.of(
          "dns.google", "dns.google.com", "cloudflare-dns.com", "mozilla.cloudflare-dns.com",
          "chrome.cloudflare-dns.com", "one.one.one.one", "dns.quad9.net", "dns9.quad9.net",
          "dns10.quad9.net", "doh.opendns.com", "dns.nextdns.io", "dns.adguard-dns.com",
          "doh.cleanbrowsing.org", "doh.dns.sb", "dns.mullvad.net", "doh.libredns.gr",
          "freedns.controld.com", "dns.alidns.com", "doh.pub");

  private final Map<String, Map<String, List<Flow>>> flowsByServerByHost = new TreeMap<>();

  @Override
  public PluginMetadata getMetadata() {
    return new PluginMetadata("examples/doh-use", "0.1.0", PluginKind.DETECTOR);
  }

  @Override
  public void process(FlowBatch flows, Findings findings) {
    for (Flow flow : flows) {
      resolver(flow)
          .ifPresent(
              server ->
                  flowsByServerByHost
                      .computeIfAbsent(flow.source(), key -> new TreeMap<>())
                      .computeIfAbsent(server, key -> new ArrayList<>())
                      .add(flow));
    }
  }

  private static Optional<String> resolver(Flow flow) {
    for (Fact fact : flow.facts()) {
      String name = fact.field("tls.client.server_name").orElse("").toLowerCase(Locale.ROOT);
      if (RESOLVERS.contains(name)) {
        return Optional.of(name);
      }
    }
    boolean dot = flow.destinationPort() == DOT && flow.backwardPackets() > 0;
    return dot ? Optional.of(flow.destination()) : Optional.empty();
  }

  @Override
  public void endOfCapture(Findings findings) {
    flowsByServerByHost.forEach(
        (host, servers) ->
            servers.forEach(
                (server, flows) ->
                    findings.report(
                        Finding.of("encrypted-dns", host)
                            .target(server)
                            .severity(Severity.INFO)
                            .sentence(
                                "%s asks %s for names over TLS, %d times"
                                    .formatted(host, server, flows.size()))
                            .confidence(0.9, "the server's name or port says so")
                            .count(flows.size())
                            .proof(flows)
                            .build())));
  }
}
