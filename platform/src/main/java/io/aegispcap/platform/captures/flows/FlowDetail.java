package io.aegispcap.platform.captures.flows;

import io.aegispcap.analysis.feature.Feature;
import java.util.List;
import java.util.Map;

/// All that is known of a flow.
///
/// @param lastFrame number of its last packet
/// @param endReason by IPFIX's names
/// @param direction whether it was observed who opened it
/// @param vlan as text, empty outside of any
/// @param tunnel empty outside of any
/// @param features in the schema's order
/// @param facts what its conversation said, members by their ECS names
/// @param notes what plugins said of it
public record FlowDetail(
    FlowRow row,
    long lastFrame,
    String endReason,
    String direction,
    String vlan,
    String tunnel,
    List<Value> features,
    List<Map<String, String>> facts,
    List<Note> notes) {
  public FlowDetail {
    features = List.copyOf(features);
    facts = List.copyOf(facts);
    notes = List.copyOf(notes);
  }

  /// A feature or annotation of a plugin.
  ///
  /// @param plugin id
  /// @param value the number as text, or the text
  public record Note(String plugin, String name, String value) {}

  public record Value(Feature feature, double value) {}
}
