package io.aegispcap.examples.portknock;

import io.aegispcap.plugin.*;
import java.util.*;

/// A sequence of closed ports touched before a port opens.
public final class PortKnock implements Detector {
  private static final int FEWEST = 3;
  private static final int MOST = 12;
  private static final Set<String> UNANSWERED = Set.of("S0", "REJ");
  private static final Set<String> ESTABLISHED = Set.of("SF", "S1", "S2", "S3", "RSTO", "RSTR");

  private record Pair(String source, String destination) {}

  private final Map<Pair, List<Flow>> flowsByPair = new LinkedHashMap<>();
  private long windowNanos = 10_000_000_000L;

  @Override
  public PluginMetadata getMetadata() {
    return new PluginMetadata("examples/port-knock", "0.1.0", PluginKind.DETECTOR);
  }

  @Override
  public void initialize(Host host) {
    windowNanos = Long.parseLong(host.settings().getOrDefault("window", "10")) * 1_000_000_000L;
  }

  @Override
  public void process(FlowBatch flows, Findings findings) {
    for (Flow flow : flows) {
      boolean tcp = flow.ianaNumber() == 6;
      boolean knock = tcp ? UNANSWERED.contains(flow.state()) : flow.backwardPackets() == 0;
      if (knock || tcp && ESTABLISHED.contains(flow.state())) {
        flowsByPair
            .computeIfAbsent(new Pair(flow.source(), flow.destination()), key -> new ArrayList<>())
            .add(flow);
      }
    }
  }

  @Override
  public void endOfCapture(Findings findings) {
    flowsByPair.forEach((pair, flows) -> judge(pair, flows, findings));
  }

  /// Flows come as they end: in order of their beginning a knock precedes what it opens.
  private void judge(Pair pair, List<Flow> flows, Findings findings) {
    flows.sort(Comparator.comparingLong(Flow::startNanos));
    for (int i = 0; i < flows.size(); i++) {
      Flow opened = flows.get(i);
      if (opened.ianaNumber() == 6 && ESTABLISHED.contains(opened.state())) {
        List<Flow> knocks = before(flows, i);
        long ports = knocks.stream().map(Flow::destinationPort).distinct().count();
        if (ports >= FEWEST && ports <= MOST) {
          findings.report(finding(pair, opened, knocks, ports));
          return;
        }
      }
    }
  }

  private List<Flow> before(List<Flow> flows, int index) {
    Flow opened = flows.get(index);
    List<Flow> knocks = new ArrayList<>();
    for (int i = index - 1; i >= 0; i--) {
      Flow flow = flows.get(i);
      boolean near = opened.startNanos() - flow.startNanos() <= windowNanos;
      boolean closed = flow.backwardPackets() == 0 || flow.state().equals("REJ");
      if (near && closed && flow.destinationPort() != opened.destinationPort()) {
        knocks.addFirst(flow);
      }
    }
    return knocks;
  }

  private Finding finding(Pair pair, Flow opened, List<Flow> knocks, long ports) {
    return Finding.of("knock", pair.source())
        .target(pair.destination())
        .severity(Severity.MEDIUM)
        .sentence(
            "%s touched %d closed ports of %s, and port %d opened"
                .formatted(pair.source(), ports, pair.destination(), opened.destinationPort()))
        .confidence(0.6, "a client that tries other ports looks alike")
        .count(ports)
        .measure("closed ports", ports, FEWEST, "ports")
        .proof(knocks)
        .proof(opened)
        .build();
  }
}
