package io.aegispcap.stix.marking;

import io.aegispcap.stix.object.StixId;

/// What content is marked with.
public sealed interface Marking {

  /// A marking definition.
  record Definition(StixId id) implements Marking {}

  /// The language of a text.
  record Language(String tag) implements Marking {}

  static Marking of(StixId definition) {
    return new Definition(definition);
  }
}
