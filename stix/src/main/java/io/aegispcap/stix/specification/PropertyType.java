package io.aegispcap.stix.specification;

import java.util.List;

/// The type of a property or of the items of a list, section 2.
public sealed interface PropertyType {

  record Text(TextForm form) implements PropertyType {}

  /// A whole number from `least` to `most`.
  record Whole(long least, long most) implements PropertyType {}

  /// A number from `least` to `most`.
  record Decimal(double least, double most) implements PropertyType {}

  record Term(Vocabulary vocabulary) implements PropertyType {}

  /// The identifier of an object of one of these types or kinds; of any object when there are none.
  record Reference(List<String> targets) implements PropertyType {
    public Reference {
      targets = List.copyOf(targets);
    }
  }

  /// A value described as a structure of its own.
  record Structure(String name) implements PropertyType {}

  /// Values by keys.
  record Dictionary(DictionaryValues values) implements PropertyType {}

  /// What needs no parameters.
  enum Simple implements PropertyType {
    TRUTH,
    TIMESTAMP,
    IDENTIFIER,
    VERSION,
    HASHES,
    HEX,
    BINARY,
    /// Socket options: whole numbers by the names of options.
    OPTIONS,
    EXTENSIONS,
    /// Observables by keys of their own, as STIX 2.0 embedded them.
    OBSERVABLES,
    /// What a marking definition says.
    MARKING,
    /// Translations by language and property.
    TRANSLATIONS,
    /// The objects of a bundle.
    BUNDLED
  }
}
