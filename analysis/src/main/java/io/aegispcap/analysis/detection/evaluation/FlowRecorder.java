package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.FlowObserver;
import io.aegispcap.capture.packet.LinkMessage;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.dns.DnsExchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// Remembers the flows of one capture under evaluation. Its memory grows with the flows: labelled
/// captures are small.
final class FlowRecorder implements FlowObserver {
  private final List<SeenFlow> flows = new ArrayList<>();
  private final Map<FlowKey, Set<String>> names = new HashMap<>();
  private final InsideHosts hosts = new InsideHosts();
  private long first = Long.MAX_VALUE;
  private final NavigableMap<Long, Long> open = new TreeMap<>();

  @Override
  public void flow(Flow flow) {
    Set<String> asked = names.remove(flow.key());
    flows.add(new SeenFlow(flow.key(), flow.start(), asked == null ? Set.of() : asked));
    opened(flow.start(), flow.end());
    first = Math.min(first, flow.start());
    if (flow.forward().packets() > 0) {
      hosts.sent(flow.sourceHigh(), flow.sourceLow());
    }
    if (flow.backward().packets() > 0) {
      hosts.sent(flow.destinationHigh(), flow.destinationLow());
    }
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof DnsExchange dns) {
      names.computeIfAbsent(key, _ -> new HashSet<>()).add(dns.name());
    }
  }

  @Override
  public void link(LinkMessage message) {
    first = Math.min(first, message.timestamp());
  }

  /// When the first packet came that belongs to a flow or that a station told its link, in
  /// nanoseconds since 1970-01-01T00:00:00Z; the greatest number when none did.
  long first() {
    return first;
  }

  /// See [InsideHosts#count].
  int hosts() {
    return hosts.count();
  }

  List<SeenFlow> flows() {
    return flows;
  }

  private void opened(long start, long end) {
    long from = start;
    long to = end;
    Map.Entry<Long, Long> near = open.floorEntry(to);
    while (near != null && near.getValue() >= from) {
      from = Math.min(from, near.getKey());
      to = Math.max(to, near.getValue());
      open.remove(near.getKey());
      near = open.floorEntry(to);
    }
    open.put(from, to);
  }

  /// Seconds in which a flow was open: gaps without traffic, which may be years, do not count.
  double seconds() {
    double nanos = 0;
    for (Map.Entry<Long, Long> spell : open.entrySet()) {
      nanos += spell.getValue() - spell.getKey();
    }
    return nanos / Span.SECOND;
  }
}
