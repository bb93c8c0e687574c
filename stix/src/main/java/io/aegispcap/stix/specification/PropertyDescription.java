package io.aegispcap.stix.specification;

/// What is said of one property.
///
/// @param list whether it is a list of its type
/// @param common whether all objects of its kind have it
public record PropertyDescription(
    String name,
    PropertyType type,
    boolean list,
    boolean required,
    boolean deprecated,
    boolean common) {}
