package io.aegispcap.stix.specification;

/// What a dictionary may hold.
public enum DictionaryValues {
  ANY,
  TEXTS,
  TEXTS_OR_INTEGERS,
  /// Texts or integers by the names of information elements of IPFIX.
  IPFIX,
  TEXT_LISTS,
  /// Lists of texts by the text of the specification, and single texts by its examples.
  TEXT_LISTS_OR_TEXTS
}
