package io.aegispcap.extension.pack;

import io.aegispcap.cage.wire.MetricKind;
import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.PluginKind;
import io.aegispcap.plugin.PluginMetadata;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What `aegis-plugin.json` says of a package; its schema is `aegis-plugin.schema.json`.
///
/// @param id `namespace/name`
/// @param version semantic version
/// @param kind what the plugin does
/// @param name for people
/// @param description one or two sentences
/// @param entryPoint class that implements the kind's interface
/// @param api versions of the plugin API that it works with, as a range
/// @param license SPDX id
/// @param capabilities what it asks for
/// @param dependencies ranges of versions by package id
/// @param rules of a detector
/// @param features that an analyzer adds
/// @param annotations that an analyzer adds
/// @param metrics that it publishes
/// @param settings that its users may set
public record Manifest(
    String id,
    String version,
    PluginKind kind,
    String name,
    String description,
    String entryPoint,
    String api,
    String license,
    Set<Capability> capabilities,
    Map<String, String> dependencies,
    List<Rule> rules,
    List<Feature> features,
    List<Annotation> annotations,
    List<Metric> metrics,
    List<Setting> settings) {
  /// Where it stands in a package.
  public static final String FILE = "aegis-plugin.json";

  public Manifest {
    capabilities = Set.copyOf(new LinkedHashSet<>(capabilities));
    dependencies = Map.copyOf(new LinkedHashMap<>(dependencies));
    rules = List.copyOf(rules);
    features = List.copyOf(features);
    annotations = List.copyOf(annotations);
    metrics = List.copyOf(metrics);
    settings = List.copyOf(settings);
  }

  /// What a detector looks for; stands in each alert.
  ///
  /// @param id lower case with dashes
  /// @param name for people
  /// @param formula what is computed and compared, with thresholds
  /// @param source paper, RFC or tool
  /// @param technique id of the ATT&CK technique, such as `T1046`
  /// @param techniqueName such as `Network Service Discovery`
  /// @param tactic such as `Discovery`
  /// @param benign what harmless thing may look the same
  /// @param next what an analyst should do next
  public record Rule(
      String id,
      String name,
      String formula,
      String source,
      String technique,
      String techniqueName,
      String tactic,
      String benign,
      String next) {}

  /// A number about a flow.
  public record Feature(String name, String unit, String definition) {}

  /// A text about a flow.
  public record Annotation(String name, String definition) {}

  /// A metric.
  ///
  /// @param name lower case with underscores
  /// @param unit such as `flows`; empty for plain numbers
  /// @param help one sentence
  public record Metric(String name, MetricKind kind, String unit, String help) {}

  /// A setting.
  ///
  /// @param type `string`, `integer`, `number` or `boolean`
  /// @param value used where nobody sets another
  /// @param title for people
  /// @param description one sentence
  public record Setting(String name, String type, String value, String title, String description) {}

  /// Namespace of the id.
  public String namespace() {
    return id.substring(0, id.indexOf('/'));
  }

  public PluginMetadata metadata() {
    return new PluginMetadata(id, version, kind);
  }

  /// Names that the plugin may use in what it says.
  public ToChild.Declared declared() {
    Map<String, MetricKind> kinds = new LinkedHashMap<>();
    metrics.forEach(metric -> kinds.put(metric.name(), metric.kind()));
    return new ToChild.Declared(
        set(rules.stream().map(Rule::id).toList()),
        set(features.stream().map(Feature::name).toList()),
        set(annotations.stream().map(Annotation::name).toList()),
        kinds);
  }

  /// Settings with their own values.
  public Map<String, String> defaults() {
    Map<String, String> values = new LinkedHashMap<>();
    settings.forEach(setting -> values.put(setting.name(), setting.value()));
    return values;
  }

  private static Set<String> set(List<String> names) {
    return new LinkedHashSet<>(names);
  }
}
