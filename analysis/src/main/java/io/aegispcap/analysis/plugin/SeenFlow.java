package io.aegispcap.analysis.plugin;

import io.aegispcap.analysis.feature.Feature;
import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.Fact;
import io.aegispcap.plugin.FeatureNames;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A flow with all that any plugin may see of it; each is shown its part.
///
/// @param facts protocol and fields of each
record SeenFlow(
    long number,
    FlowKey key,
    String application,
    String state,
    long start,
    long duration,
    long[] counts,
    double[] features,
    List<Said> facts) {
  /// Names of the features that plugins see.
  static final FeatureNames FEATURES =
      new FeatureNames(FeatureSchema.V1.features().stream().map(Feature::name).toList());

  /// A fact's protocol and fields.
  record Said(String protocol, Map<String, String> fields) {}

  static SeenFlow of(long number, Flow flow, List<Said> facts, boolean withFeatures) {
    double[] features = new double[withFeatures ? FeatureSchema.V1.size() : 0];
    if (withFeatures) {
      FeatureSchema.V1.compute(flow, features);
    }
    long[] counts = {
      flow.forward().packets(),
      flow.forward().ipBytes(),
      flow.backward().packets(),
      flow.backward().ipBytes()
    };
    return new SeenFlow(
        number,
        flow.key(),
        flow.application(),
        flow.state().name(),
        flow.start(),
        flow.duration(),
        counts,
        features,
        facts);
  }

  /// What may be seen of it. Models and intelligence do not speak of flows yet: no plugin is shown
  /// anything of them but an empty list.
  io.aegispcap.plugin.Flow shown(Set<Capability> granted, Pseudonyms pseudonyms) {
    boolean addresses = granted.contains(Capability.of(Capability.Kind.READ_ADDRESSES));
    var flow = new io.aegispcap.plugin.Flow.Builder(number);
    flow.source(
        addresses ? key.source().toString() : pseudonyms.of(key.source()), key.sourcePort());
    flow.destination(
        addresses ? key.destination().toString() : pseudonyms.of(key.destination()),
        key.destinationPort());
    flow.protocol(key.protocol(), application).state(state).time(start, duration);
    flow.forward(counts[0], counts[1]).backward(counts[2], counts[3]);
    if (addresses) {
      flow.communityId(key.communityId());
    }
    if (granted.contains(Capability.of(Capability.Kind.READ_FEATURES))) {
      flow.features(FEATURES, features);
    }
    if (granted.contains(Capability.of(Capability.Kind.READ_PREDICTIONS))) {
      flow.predictions(List.of());
    }
    if (granted.contains(Capability.of(Capability.Kind.READ_NAMES))
        || granted.contains(Capability.of(Capability.Kind.READ_PAYLOAD_FACTS))) {
      flow.facts(
          facts.stream()
              .map(fact -> new Fact(fact.protocol(), FactParts.granted(fact.fields(), granted)))
              .toList());
    }
    return flow.build();
  }
}
