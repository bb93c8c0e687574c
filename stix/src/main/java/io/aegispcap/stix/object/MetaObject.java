package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonValue;

/// A STIX Meta Object.
public sealed interface MetaObject extends CommonProperties
    permits LanguageContent, MarkingDefinition, ExtensionDefinition {

  /// The same with one property set, whatever it is.
  MetaObject with(String property, JsonValue value);
}
