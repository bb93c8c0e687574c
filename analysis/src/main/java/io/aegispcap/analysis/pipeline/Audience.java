package io.aegispcap.analysis.pipeline;

import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.FlowObserver;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.LinkMessage;
import io.aegispcap.capture.protocol.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Observers by what they are interested in. Each hears in the same order, whoever else listens.
final class Audience {
  private final List<FlowObserver> all;
  private final FlowObserver[] ofLinks;
  private final FlowObserver[] ofFlows;
  private final Map<Class<?>, FlowObserver[]> ofFacts = new HashMap<>();

  Audience(List<FlowObserver> observers) {
    this.all = List.copyOf(observers);
    this.ofLinks = with(Interest::links);
    this.ofFlows = with(Interest::flows);
  }

  private FlowObserver[] with(Predicate<Interest> wanted) {
    return all.stream()
        .filter(observer -> wanted.test(observer.interest()))
        .toArray(FlowObserver[]::new);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  void links(List<LinkMessage> messages) {
    for (FlowObserver observer : ofLinks) {
      for (int i = 0; i < messages.size(); i++) {
        observer.link(messages.get(i));
      }
    }
  }

  void fact(FlowKey key, Fact fact) {
    FlowObserver[] listeners = ofFacts.get(fact.getClass());
    if (listeners == null) {
      Class<? extends Fact> kind = fact.getClass();
      listeners = with(interest -> interest.hears(kind));
      ofFacts.put(kind, listeners);
    }
    for (FlowObserver listener : listeners) {
      listener.fact(key, fact);
    }
  }

  /// One observer after the other, whose memory is then at hand.
  void flows(List<Flow> flows) {
    for (FlowObserver observer : ofFlows) {
      for (int i = 0; i < flows.size(); i++) {
        observer.flow(flows.get(i));
      }
    }
  }
}
