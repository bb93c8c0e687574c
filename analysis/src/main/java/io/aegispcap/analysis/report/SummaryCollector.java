package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.FlowObserver;
import io.aegispcap.analysis.flow.TransportNames;
import io.aegispcap.analysis.pipeline.PacketObserver;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.protocol.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Gathers a run's summary while it goes on. Memory is bounded by [TrafficTable#MAX] hosts and as
/// many pairs of hosts, [HostNames#MAX_HOSTS] named addresses, and fixed time slots: about 60 MB at
/// the very most, whatever the capture holds.
final class SummaryCollector implements FlowObserver, PacketObserver {
  /// Hosts and conversations that are listed, besides those that alerts are about.
  static final int MAX_LISTED = 200;

  private final TimeSlots packetSlots = new TimeSlots();
  private final TimeSlots flowSlots = new TimeSlots();
  private final TrafficTable hosts = new TrafficTable();
  private final TrafficTable pairs = new TrafficTable();
  private final HostNames names = new HostNames();
  private final long[][] transports = new long[256][3];
  private final Map<String, long[]> applications = new TreeMap<>();
  private String lastApplication = "";
  private long[] lastApplicationCounts = applications.computeIfAbsent("", _ -> new long[3]);
  private long wireBytes;

  @Override
  public void packet(Packet packet) {
    int length = packet.originalLength();
    wireBytes += length;
    packetSlots.add(packet.timestamp(), length);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    names.learn(key, fact);
  }

  @Override
  public void flow(Flow flow) {
    flowSlots.add(flow.start(), 1);
    count(transports[flow.protocol()], flow);
    count(application(flow.application()), flow);
    boolean served = Traffic.served(flow);
    host(flow.sourceHigh(), flow.sourceLow()).add(flow, true);
    Traffic destination = host(flow.destinationHigh(), flow.destinationLow());
    destination.add(flow, false);
    if (served) {
      destination.addService(flow);
    }
    pair(flow);
  }

  private static void count(long[] counts, Flow flow) {
    counts[0]++;
    counts[1] += flow.packets();
    counts[2] += flow.ipBytes();
  }

  /// Names are constants of the protocols: mostly the one before.
  @SuppressWarnings("ReferenceEquality")
  private long[] application(String name) {
    if (name != lastApplication) {
      lastApplication = name;
      lastApplicationCounts = applications.computeIfAbsent(name, _ -> new long[3]);
    }
    return lastApplicationCounts;
  }

  private Traffic host(long high, long low) {
    return hosts.of(high, low, 0, 0);
  }

  private void pair(Flow flow) {
    int byHigh = Long.compareUnsigned(flow.sourceHigh(), flow.destinationHigh());
    int byLow = Long.compareUnsigned(flow.sourceLow(), flow.destinationLow());
    boolean ordered = (byHigh != 0 ? byHigh : byLow) <= 0;
    Traffic pair =
        ordered
            ? pairs.of(
                flow.sourceHigh(), flow.sourceLow(), flow.destinationHigh(), flow.destinationLow())
            : pairs.of(
                flow.destinationHigh(), flow.destinationLow(), flow.sourceHigh(), flow.sourceLow());
    pair.add(flow, ordered);
    pair.addService(flow);
  }

  long wireBytes() {
    return wireBytes;
  }

  Timeline timeline(List<Alert> alerts) {
    return Timeline.of(packetSlots, flowSlots, alerts);
  }

  Talkers talkers() {
    return new Talkers(hosts, pairs, names);
  }

  List<ProtocolCount> transports() {
    List<ProtocolCount> counted = new ArrayList<>();
    for (int protocol = 0; protocol < transports.length; protocol++) {
      if (transports[protocol][0] > 0) {
        counted.add(protocol(TransportNames.of(protocol), transports[protocol]));
      }
    }
    return heaviestFirst(counted);
  }

  List<ProtocolCount> applications() {
    List<ProtocolCount> counted = new ArrayList<>();
    applications.forEach((name, counts) -> counted.add(protocol(name, counts)));
    counted.removeIf(count -> count.flows() == 0);
    return heaviestFirst(counted);
  }

  private static ProtocolCount protocol(String name, long[] counts) {
    return new ProtocolCount(name, counts[0], counts[1], counts[2]);
  }

  private static List<ProtocolCount> heaviestFirst(List<ProtocolCount> counts) {
    counts.sort(
        Comparator.comparingLong(ProtocolCount::bytes)
            .reversed()
            .thenComparing(ProtocolCount::name));
    return counts;
  }
}
