package io.aegispcap.stix.specification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// STIX 2.1 as data.
public final class Specification {

  /// What {@link #STIX_2_1} is read from is part of this module.
  public static final Specification STIX_2_1 = SpecificationReader.read();

  private final Map<String, Vocabulary> vocabularies;
  private final Map<String, ObjectDescription> objects;
  private final Map<String, ObjectDescription> structures;
  private final Set<String> commonNames;

  Specification(
      Map<String, Vocabulary> vocabularies,
      Map<String, ObjectDescription> objects,
      Map<String, ObjectDescription> structures) {
    this.vocabularies = Map.copyOf(vocabularies);
    this.objects = Map.copyOf(objects);
    this.structures = Map.copyOf(structures);
    this.commonNames =
        objects.values().stream()
            .flatMap(object -> object.properties().values().stream())
            .filter(PropertyDescription::common)
            .map(PropertyDescription::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  /// The object of this type; empty when it is a custom one.
  public Optional<ObjectDescription> object(String type) {
    return Optional.ofNullable(objects.get(type));
  }

  /// All types of objects.
  public Collection<ObjectDescription> objects() {
    return objects.values();
  }

  public Optional<Kind> kind(String type) {
    return object(type).map(ObjectDescription::kind);
  }

  /// A structure or predefined extension.
  public Optional<ObjectDescription> structure(String name) {
    return Optional.ofNullable(structures.get(name));
  }

  /// The predefined extensions of an observable.
  public List<ObjectDescription> extensionsOf(String type) {
    return structures.values().stream()
        .filter(structure -> structure.extended().equals(type))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  public Optional<Vocabulary> vocabulary(String name) {
    return Optional.ofNullable(vocabularies.get(name));
  }

  /// Names of properties that are common to some kinds of objects, and may not apply to others.
  public Set<String> commonNames() {
    return commonNames;
  }
}
