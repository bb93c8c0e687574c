package io.aegispcap.extension.pack;

import io.aegispcap.plugin.Capability;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which methods of the plugin API answer only what was granted, and whether a manifest asks for
/// it.
final class GrantedUse {
  private static final Map<String, List<Capability.Kind>> NEEDED =
      Map.ofEntries(
          Map.entry("Flow.communityId", List.of(Capability.Kind.READ_ADDRESSES)),
          Map.entry(
              "Flow.facts",
              List.of(Capability.Kind.READ_PAYLOAD_FACTS, Capability.Kind.READ_NAMES)),
          Map.entry("Flow.feature", List.of(Capability.Kind.READ_FEATURES)),
          Map.entry("Flow.features", List.of(Capability.Kind.READ_FEATURES)),
          Map.entry("Flow.featureNames", List.of(Capability.Kind.READ_FEATURES)),
          Map.entry("FlowBatch.column", List.of(Capability.Kind.READ_FEATURES)),
          Map.entry("Flow.predictions", List.of(Capability.Kind.READ_PREDICTIONS)),
          Map.entry("Findings.report", List.of(Capability.Kind.WRITE_FINDINGS)),
          Map.entry("Http.post", List.of(Capability.Kind.HTTP)));

  /// Every method of these needs it.
  private static final Map<String, Capability.Kind> WHOLE =
      Map.of(
          "Metrics", Capability.Kind.WRITE_METRICS,
          "Store", Capability.Kind.STORE,
          "Annotations", Capability.Kind.WRITE_FEATURES,
          "Charts", Capability.Kind.WRITE_VISUALIZATIONS);

  private final Set<Capability.Kind> asked;

  GrantedUse(Manifest manifest) {
    asked = manifest.capabilities().stream().map(Capability::kind).collect(Collectors.toSet());
  }

  /// What a call needs and the manifest does not ask for, as a sentence.
  Optional<String> missing(ClassFacts.Reference used) {
    if (!used.isMethod() || !used.owner().startsWith(HostClasses.API)) {
      return Optional.empty();
    }
    String owner = used.owner().substring(HostClasses.API.length());
    Capability.Kind whole = WHOLE.get(owner);
    List<Capability.Kind> needed =
        whole == null ? NEEDED.getOrDefault(owner + "." + used.name(), List.of()) : List.of(whole);
    if (needed.isEmpty() || needed.stream().anyMatch(asked::contains)) {
      return Optional.empty();
    }
    return Optional.of(
        "calls %s.%s, which needs %s; the manifest does not ask for it"
            .formatted(
                owner,
                Signatures.of(used.name(), used.descriptor()),
                needed.stream().map(Capability.Kind::label).collect(Collectors.joining(" or "))));
  }
}
