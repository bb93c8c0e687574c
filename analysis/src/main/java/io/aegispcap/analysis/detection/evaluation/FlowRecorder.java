package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.FlowObserver;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.dns.DnsExchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Remembers the flows of one capture under evaluation. Its memory grows with the flows: labelled
/// captures are small.
final class FlowRecorder implements FlowObserver {
  private final List<SeenFlow> flows = new ArrayList<>();
  private final Map<FlowKey, Set<String>> names = new HashMap<>();
  private final Span span = new Span();

  @Override
  public void flow(Flow flow) {
    Set<String> asked = names.remove(flow.key());
    flows.add(new SeenFlow(flow.key(), asked == null ? Set.of() : asked));
    span.add(flow.start());
    span.add(flow.end());
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof DnsExchange dns) {
      names.computeIfAbsent(key, unused -> new HashSet<>()).add(dns.name());
    }
  }

  List<SeenFlow> flows() {
    return flows;
  }

  /// Seconds from the first to the last packet of any flow.
  double seconds() {
    return span.seconds();
  }
}
