package io.aegispcap.stix.specification;

/// What a description describes.
public enum Kind {
  /// STIX Domain Object.
  SDO,
  /// STIX Relationship Object.
  SRO,
  /// STIX Cyber-observable Object.
  SCO,
  META,
  BUNDLE,
  /// A value with properties of its own, inside an object.
  STRUCTURE,
  /// A predefined extension of an observable.
  EXTENSION
}
