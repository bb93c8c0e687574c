package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.AlertHosts;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.tuning.Prevalence;
import io.aegispcap.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Picks the hosts and pairs that a summary lists: the heaviest, and those that alerts are about.
final class Talkers {
  private final TrafficTable hosts;
  private final TrafficTable pairs;
  private final HostNames names;

  Talkers(TrafficTable hosts, TrafficTable pairs, HostNames names) {
    this.hosts = hosts;
    this.pairs = pairs;
    this.names = names;
  }

  long hostCount() {
    return hosts.size();
  }

  long conversationCount() {
    return pairs.size();
  }

  boolean complete() {
    return hosts.dropped() == 0 && pairs.dropped() == 0;
  }

  List<HostSummary> hosts(List<Alert> alerts, HomeNetworks home) {
    Map<IpAddress, Long> alerted = new HashMap<>();
    for (Alert alert : alerts) {
      AlertHosts.subject(alert).ifPresent(address -> alerted.merge(address, 1L, Long::sum));
      AlertHosts.target(alert).ifPresent(address -> alerted.merge(address, 1L, Long::sum));
    }
    Map<IpAddress, Long> peers = peers();
    List<HostSummary> listed = new ArrayList<>();
    for (Traffic host :
        hosts.heaviestFirst(
            SummaryCollector.MAX_LISTED,
            entry -> alerted.containsKey(new IpAddress(entry.high, entry.low)))) {
      boolean heavy = listed.size() < SummaryCollector.MAX_LISTED;
      IpAddress address = new IpAddress(host.high, host.low);
      long about = alerted.getOrDefault(address, 0L);
      if (heavy || about > 0) {
        listed.add(host(address, host, home, peers.getOrDefault(address, 0L), about));
      }
    }
    return listed;
  }

  private HostSummary host(
      IpAddress address, Traffic host, HomeNetworks home, long peers, long alerts) {
    return new HostSummary(
        address,
        home.inside(address),
        names.of(address),
        host.packetsOut,
        host.packetsIn,
        host.bytesOut,
        host.bytesIn,
        host.opened,
        host.answered,
        peers,
        host.first,
        host.last,
        services(host),
        alerts);
  }

  private static List<Service> services(Traffic traffic) {
    return Arrays.stream(traffic.services()).mapToObj(Service::of).toList();
  }

  /// Which hosts outside are called by how many inside; by the pairs that are known.
  Prevalence prevalence(HomeNetworks home) {
    Set<IpAddress> inside = new HashSet<>();
    Map<IpAddress, Integer> callers = new HashMap<>();
    pairs.stream()
        .forEach(
            pair -> {
              boolean lower = home.inside(pair.high, pair.low);
              boolean higher = home.inside(pair.peerHigh, pair.peerLow);
              if (lower && !higher && pair.opened > 0) {
                inside.add(new IpAddress(pair.high, pair.low));
                callers.merge(new IpAddress(pair.peerHigh, pair.peerLow), 1, Integer::sum);
              } else if (higher && !lower && pair.answered > 0) {
                inside.add(new IpAddress(pair.peerHigh, pair.peerLow));
                callers.merge(new IpAddress(pair.high, pair.low), 1, Integer::sum);
              }
            });
    return Prevalence.of(inside.size(), callers);
  }

  private Map<IpAddress, Long> peers() {
    Map<IpAddress, Long> peers = new HashMap<>();
    pairs.stream()
        .forEach(
            pair -> {
              peers.merge(new IpAddress(pair.high, pair.low), 1L, Long::sum);
              peers.merge(new IpAddress(pair.peerHigh, pair.peerLow), 1L, Long::sum);
            });
    return peers;
  }

  List<Conversation> conversations(List<Alert> alerts) {
    Map<Ends, Long> alerted = new HashMap<>();
    alerts.forEach(alert -> pairs(alert).forEach(pair -> alerted.merge(pair, 1L, Long::sum)));
    List<Conversation> listed = new ArrayList<>();
    for (Traffic pair :
        pairs.heaviestFirst(
            SummaryCollector.MAX_LISTED, entry -> alerted.containsKey(Ends.of(entry)))) {
      boolean heavy = listed.size() < SummaryCollector.MAX_LISTED;
      Ends ends = Ends.of(pair);
      long about = alerted.getOrDefault(ends, 0L);
      if (heavy || about > 0) {
        listed.add(conversation(ends.low(), ends.high(), pair, about));
      }
    }
    return listed;
  }

  /// The pairs whose flows are an alert's evidence.
  private static Set<Ends> pairs(Alert alert) {
    Set<Ends> pairs = new HashSet<>();
    alert.evidence().flows().forEach(flow -> pairs.add(Ends.of(flow.source(), flow.destination())));
    return pairs;
  }

  /// Both ends of a conversation, in the order of their addresses.
  private record Ends(IpAddress low, IpAddress high) {
    static Ends of(Traffic pair) {
      return new Ends(
          new IpAddress(pair.high, pair.low), new IpAddress(pair.peerHigh, pair.peerLow));
    }

    static Ends of(IpAddress one, IpAddress other) {
      int high = Long.compareUnsigned(one.high(), other.high());
      boolean ordered = (high != 0 ? high : Long.compareUnsigned(one.low(), other.low())) <= 0;
      return ordered ? new Ends(one, other) : new Ends(other, one);
    }
  }

  private static Conversation conversation(
      IpAddress low, IpAddress high, Traffic pair, long alerts) {
    boolean lowOpens = pair.opened >= pair.answered;
    return new Conversation(
        lowOpens ? low : high,
        lowOpens ? high : low,
        pair.flows(),
        pair.packets(),
        lowOpens ? pair.bytesOut : pair.bytesIn,
        lowOpens ? pair.bytesIn : pair.bytesOut,
        pair.first,
        pair.last,
        services(pair),
        alerts);
  }
}
