package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonValue;

/// A STIX Relationship Object.
public sealed interface RelationshipObject extends CommonProperties permits Relationship, Sighting {

  /// The same with one property set, whatever it is.
  RelationshipObject with(String property, JsonValue value);
}
