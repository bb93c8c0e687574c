package io.aegispcap.analysis.pipeline;

import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.protocol.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Joins what the lanes made of one batch in the order of time: facts by when they were said, then
/// flows by their last packets. What is equally old stays in the order of lanes.
final class TimeOrder {
  private record Told(long time, FlowKey key, Fact fact) {}

  private static final Comparator<Told> BY_TIME = (a, b) -> Long.compare(a.time, b.time);
  private static final Comparator<Flow> BY_END = (a, b) -> Long.compare(a.end(), b.end());

  private final List<Told> facts = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();

  void take(LaneOutput output) {
    for (int i = 0; i < output.facts.size(); i++) {
      Fact fact = output.facts.get(i);
      facts.add(new Told(fact.timestamp(), output.factKeys.get(i), fact));
    }
    flows.addAll(output.ended);
  }

  void sort() {
    facts.sort(BY_TIME);
    flows.sort(BY_END);
  }

  void tell(Audience audience) {
    for (Told told : facts) {
      audience.fact(told.key(), told.fact());
    }
    audience.flows(flows);
  }

  void clear() {
    facts.clear();
    flows.clear();
  }
}
