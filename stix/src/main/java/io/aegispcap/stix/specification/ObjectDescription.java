package io.aegispcap.stix.specification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is said of one type of object, structure or extension.
///
/// @param extended the observable that an extension is for; empty for others
/// @param idContributing the properties that make a deterministic identifier, in their order
public record ObjectDescription(
    String name,
    Kind kind,
    String section,
    String extended,
    Map<String, PropertyDescription> properties,
    List<PropertyRule> rules,
    List<String> idContributing) {

  public ObjectDescription {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    rules = List.copyOf(rules);
    idContributing = List.copyOf(idContributing);
  }

  public Optional<PropertyDescription> property(String property) {
    return Optional.ofNullable(properties.get(property));
  }

  /// The properties that not every object of its kind has.
  public List<PropertyDescription> own() {
    return properties.values().stream().filter(property -> !property.common()).toList();
  }
}
