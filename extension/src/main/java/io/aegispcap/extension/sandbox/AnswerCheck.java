package io.aegispcap.extension.sandbox;

import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.cage.wire.ToHost;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.FlowBatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Holds what a plugin says against what it was granted, what its manifest declares, and the flows
/// that it was shown.
final class AnswerCheck {
  private final CagedPlugin plugin;
  private long shown = -1;

  AnswerCheck(CagedPlugin plugin) {
    this.plugin = plugin;
  }

  /// Notes what it is shown.
  void showing(ToChild message) {
    if (message instanceof ToChild.Flows(FlowBatch batch)) {
      batch.flows().forEach(flow -> shown = Math.max(shown, flow.number()));
    }
  }

  /// @return what is wrong with it; empty when nothing
  Optional<String> fault(ToHost message) {
    ToChild.Declared declared = plugin.declared();
    return switch (message) {
      case ToHost.Found found ->
          denied(Capability.Kind.WRITE_FINDINGS)
              .or(() -> undeclared(declared.rules(), "rule", found.rule()))
              .or(() -> unseen(found.flows()));
      case ToHost.Feature(long flow, String name, double _) ->
          denied(Capability.Kind.WRITE_FEATURES)
              .or(() -> undeclared(declared.features(), "feature", name))
              .or(() -> unseen(List.of(flow)));
      case ToHost.Annotation(long flow, String name, String _) ->
          denied(Capability.Kind.WRITE_FEATURES)
              .or(() -> undeclared(declared.annotations(), "annotation", name))
              .or(() -> unseen(List.of(flow)));
      case ToHost.Metric metric ->
          denied(Capability.Kind.WRITE_METRICS).or(() -> undeclared(metric));
      case ToHost.Show _ -> denied(Capability.Kind.WRITE_VISUALIZATIONS);
      case ToHost.Kept(var content) ->
          tooMuch(content.entrySet().stream().mapToLong(AnswerCheck::size).sum());
      case ToHost.Ready(var metadata) ->
          metadata.equals(plugin.metadata())
              ? Optional.empty()
              : Optional.of("getMetadata says " + metadata + ", the manifest " + plugin.metadata());
      case ToHost.Locked _ -> Optional.of("it says a second time that it is locked up");
      case ToHost.Log _, ToHost.Call _, ToHost.Failed _, ToHost.Done _ -> Optional.empty();
    };
  }

  private Optional<String> denied(Capability.Kind kind) {
    return plugin.granted().contains(Capability.of(kind))
        ? Optional.empty()
        : Optional.of("it was not granted " + kind.label());
  }

  private static Optional<String> undeclared(Set<String> names, String what, String name) {
    return names.contains(name)
        ? Optional.empty()
        : Optional.of("the manifest declares no " + what + " " + name);
  }

  private Optional<String> undeclared(ToHost.Metric metric) {
    return plugin.declared().metrics().get(metric.name()) == metric.kind()
        ? Optional.empty()
        : Optional.of("the manifest declares no " + metric.kind() + " " + metric.name());
  }

  private Optional<String> unseen(List<Long> flows) {
    return flows.stream()
        .filter(flow -> flow < 0 || flow > shown)
        .findFirst()
        .map(flow -> "it speaks of flow " + flow + ", which it was not shown");
  }

  private static long size(Map.Entry<String, String> entry) {
    return (long) utf8(entry.getKey()) + utf8(entry.getValue());
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private Optional<String> tooMuch(long bytes) {
    long allowed =
        plugin.granted().stream()
            .filter(capability -> capability.kind() == Capability.Kind.STORE)
            .mapToLong(capability -> Long.parseLong(capability.argument()))
            .max()
            .orElse(0);
    return bytes <= allowed
        ? Optional.empty()
        : Optional.of("its store holds " + bytes + " bytes, and may hold " + allowed);
  }
}
