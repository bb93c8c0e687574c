package io.aegispcap.examples.tlsclientoutliers;

import io.aegispcap.plugin.*;
import java.util.*;

/// TLS clients whose JA4 fingerprint no other host has.
public final class TlsClientOutliers implements Detector {
  private static final int SHARE = 20;

  private final Map<String, Map<String, List<Flow>>> flowsByHostByPrint = new TreeMap<>();
  private final Set<String> clients = new HashSet<>();
  private long total;
  private int minHosts = 5;

  @Override
  public PluginMetadata getMetadata() {
    return new PluginMetadata("examples/tls-client-outliers", "0.1.0", PluginKind.DETECTOR);
  }

  @Override
  public void initialize(Host host) {
    minHosts = Integer.parseInt(host.settings().getOrDefault("minHosts", "5"));
  }

  @Override
  public void process(FlowBatch flows, Findings findings) {
    for (Flow flow : flows) {
      for (Fact fact : flow.facts()) {
        fact.field("tls.client.ja4").ifPresent(print -> note(print, flow));
      }
    }
  }

  private void note(String print, Flow flow) {
    total++;
    clients.add(flow.source());
    List<Flow> proof =
        flowsByHostByPrint
            .computeIfAbsent(print, key -> new TreeMap<>())
            .computeIfAbsent(flow.source(), key -> new ArrayList<>());
    if (proof.size() < Finding.MAX_FLOWS) {
      proof.add(flow);
    }
  }

  @Override
  public void endOfCapture(Findings findings) {
    if (clients.size() < minHosts) {
      return;
    }
    flowsByHostByPrint.forEach(
        (print, hosts) -> {
          Map.Entry<String, List<Flow>> only = hosts.entrySet().iterator().next();
          if (hosts.size() == 1 && only.getValue().size() * SHARE <= total) {
            findings.report(finding(print, only.getKey(), only.getValue()));
          }
        });
  }

  private Finding finding(String print, String host, List<Flow> flows) {
    return Finding.of("rare-ja4", host)
        .target(print)
        .severity(Severity.LOW)
        .sentence(
            "%s speaks TLS as none of %d clients does: JA4 %s in %d flows"
                .formatted(host, clients.size(), print, flows.size()))
        .confidence(0.4, "one fingerprint alone says little of what the program does")
        .count(flows.size())
        .measure("TLS clients", clients.size(), minHosts, "hosts")
        .proof(flows)
        .build();
  }
}
