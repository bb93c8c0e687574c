package io.aegispcap.analysis.chart;

import io.aegispcap.analysis.feature.Feature;
import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.TransportNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// What flows can be grouped by and summed up over, by ECS names, with dots or underscores.
final class FlowColumns {
  /// Groups that a chart may ask for, in the words of a refusal.
  static final String GROUPS =
      "source.ip, source.port, destination.ip, destination.port, network.transport,"
          + " network.protocol, network.vlan.id, tunnel, state, end_reason, direction";

  private static final List<Group> ALL_GROUPS =
      List.of(
          new Group("source_ip", flow -> flow.source().toString()),
          new Group("destination_ip", flow -> flow.destination().toString()),
          new Group("source_port", flow -> Integer.toString(flow.sourcePort())),
          new Group("destination_port", flow -> Integer.toString(flow.destinationPort())),
          new Group("network_transport", flow -> TransportNames.of(flow.protocol())),
          new Group("network_protocol", Flow::application),
          new Group("network_iana_number", flow -> Integer.toString(flow.protocol())),
          new Group(
              "network_vlan_id", flow -> flow.vlan() < 0 ? "" : Integer.toString(flow.vlan())),
          new Group("tunnel", flow -> flow.tunnel().label()),
          new Group("state", flow -> flow.state().name()),
          new Group("end_reason", flow -> flow.endReason().label()),
          new Group("direction", flow -> flow.inferred() ? "inferred" : "observed"));

  private static final List<Quantity> PLAIN =
      List.of(
          new Quantity("", "flows", _ -> 1),
          new Quantity("bytes", "bytes", Flow::ipBytes),
          new Quantity("packets", "packets", Flow::packets),
          new Quantity("source_bytes", "bytes", flow -> flow.forward().ipBytes()),
          new Quantity("source_packets", "packets", flow -> flow.forward().packets()),
          new Quantity("destination_bytes", "bytes", flow -> flow.backward().ipBytes()),
          new Quantity("destination_packets", "packets", flow -> flow.backward().packets()),
          new Quantity("duration", "seconds", flow -> flow.duration() / 1e9));

  /// How many columns of texts there are.
  static final int TEXTS = ALL_GROUPS.size();

  /// How many columns of numbers: features, then the others.
  static final int NUMBERS = FeatureSchema.V1.size() + PLAIN.size();

  private FlowColumns() {}

  private record Group(String name, Function<Flow, String> text) {}

  private record Quantity(String name, String unit, ToDoubleFunction<Flow> value) {}

  /// A column of numbers.
  ///
  /// @param place among [#NUMBERS]
  record Summand(String unit, int place) {
    boolean isFeature() {
      return place < FeatureSchema.V1.size();
    }
  }

  /// Place of a column of texts among [#TEXTS].
  static Optional<Integer> group(String column) {
    String name =
        switch (column.replace('.', '_')) {
          case "transport" -> "network_transport";
          case "application" -> "network_protocol";
          case "iana_number" -> "network_iana_number";
          case "vlan_id" -> "network_vlan_id";
          case String other -> other;
        };
    for (int i = 0; i < TEXTS; i++) {
      if (ALL_GROUPS.get(i).name().equals(name)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  static String text(Flow flow, int place) {
    return ALL_GROUPS.get(place).text().apply(flow);
  }

  static Optional<Summand> number(String column) {
    String name =
        switch (column.replace('.', '_')) {
          case "network_bytes" -> "bytes";
          case "network_packets" -> "packets";
          case "event_duration" -> "duration";
          case String other -> other;
        };
    for (int i = 0; i < PLAIN.size(); i++) {
      if (PLAIN.get(i).name().equals(name)) {
        return Optional.of(new Summand(PLAIN.get(i).unit(), FeatureSchema.V1.size() + i));
      }
    }
    return feature(column);
  }

  private static Optional<Summand> feature(String name) {
    List<Feature> features = FeatureSchema.V1.features();
    for (int i = 0; i < features.size(); i++) {
      if (features.get(i).name().equals(name)) {
        return Optional.of(new Summand(features.get(i).unit(), i));
      }
    }
    return Optional.empty();
  }

  /// @param withFeatures whether they are needed, too
  /// @param numbers receives them; [#NUMBERS] long
  static void numbers(Flow flow, boolean withFeatures, double[] numbers) {
    if (withFeatures) {
      FeatureSchema.V1.compute(flow, numbers);
    }
    for (int i = 0; i < PLAIN.size(); i++) {
      numbers[FeatureSchema.V1.size() + i] = PLAIN.get(i).value().applyAsDouble(flow);
    }
  }
}
