package io.aegispcap.analysis.chart;

import io.aegispcap.analysis.feature.Feature;
import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.TransportNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What flows can be grouped by and summed up over, by ECS names, with dots or underscores.
final class FlowColumns {
  /// Groups that a chart may ask for, in the words of a refusal.
  static final String GROUPS =
      "source.ip, source.port, destination.ip, destination.port, network.transport,"
          + " network.protocol, network.vlan.id, tunnel, state, end_reason, direction";

  private FlowColumns() {}

  /// A column of numbers.
  ///
  /// @param feature place among the features; -1 when it is none
  record Summand(String unit, int feature, Function<Flow, Double> value) {
    double of(Flow flow, double[] features) {
      return feature < 0 ? value.apply(flow) : features[feature];
    }
  }

  static Optional<Function<Flow, String>> group(String column) {
    return switch (column.replace('.', '_')) {
      case "source_ip" -> Optional.of(flow -> flow.source().toString());
      case "destination_ip" -> Optional.of(flow -> flow.destination().toString());
      case "source_port" -> Optional.of(flow -> Integer.toString(flow.sourcePort()));
      case "destination_port" -> Optional.of(flow -> Integer.toString(flow.destinationPort()));
      case "network_transport", "transport" ->
          Optional.of(flow -> TransportNames.of(flow.protocol()));
      case "network_protocol", "application" -> Optional.of(Flow::application);
      case "network_iana_number", "iana_number" ->
          Optional.of(flow -> Integer.toString(flow.protocol()));
      case "network_vlan_id", "vlan_id" ->
          Optional.of(flow -> flow.vlan() < 0 ? "" : Integer.toString(flow.vlan()));
      case "tunnel" -> Optional.of(flow -> flow.tunnel().label());
      case "state" -> Optional.of(flow -> flow.state().name());
      case "end_reason" -> Optional.of(flow -> flow.endReason().label());
      case "direction" -> Optional.of(flow -> flow.inferred() ? "inferred" : "observed");
      default -> Optional.empty();
    };
  }

  static Optional<Summand> number(String column) {
    return switch (column.replace('.', '_')) {
      case "" -> number("flows", _ -> 1.0);
      case "network_bytes", "bytes" -> number("bytes", flow -> (double) flow.ipBytes());
      case "network_packets", "packets" -> number("packets", flow -> (double) flow.packets());
      case "source_bytes" -> number("bytes", flow -> (double) flow.forward().ipBytes());
      case "source_packets" -> number("packets", flow -> (double) flow.forward().packets());
      case "destination_bytes" -> number("bytes", flow -> (double) flow.backward().ipBytes());
      case "destination_packets" -> number("packets", flow -> (double) flow.backward().packets());
      case "event_duration", "duration" -> number("seconds", flow -> flow.duration() / 1e9);
      default -> feature(column);
    };
  }

  private static Optional<Summand> number(String unit, Function<Flow, Double> value) {
    return Optional.of(new Summand(unit, -1, value));
  }

  private static Optional<Summand> feature(String name) {
    List<Feature> features = FeatureSchema.V1.features();
    for (int i = 0; i < features.size(); i++) {
      if (features.get(i).name().equals(name)) {
        return Optional.of(new Summand(features.get(i).unit(), i, _ -> 0.0));
      }
    }
    return Optional.empty();
  }
}
