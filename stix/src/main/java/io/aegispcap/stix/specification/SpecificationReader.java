package io.aegispcap.stix.specification;

import io.aegispcap.stix.resource.ResourceLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the two texts that describe STIX 2.1. They are ours, so that what is wrong in them is a
/// fault.
final class SpecificationReader {

  private final Map<String, Vocabulary> vocabularies = new HashMap<>();
  private final Map<String, ObjectDescription> objects = new HashMap<>();
  private final Map<String, ObjectDescription> structures = new HashMap<>();
  private final Map<String, Section> commons = new HashMap<>();

  private SpecificationReader() {}

  static Specification read() {
    SpecificationReader reader = new SpecificationReader();
    for (Section section : sections("vocabularies.txt")) {
      reader.vocabulary(section);
    }
    for (Section section : sections("objects.txt")) {
      reader.describe(section);
    }
    return new Specification(reader.vocabularies, reader.objects, reader.structures);
  }

  /// A heading and the indented lines below it, in words.
  private record Section(List<String> heading, List<List<String>> lines) {
    String kind() {
      return heading.get(0);
    }

    String name() {
      return heading.get(1);
    }
  }

  private static List<Section> sections(String resource) {
    List<Section> sections = new ArrayList<>();
    for (String line : ResourceLines.of(SpecificationReader.class, resource)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> words = Arrays.asList(line.strip().split("\\s+"));
      if (line.startsWith(" ")) {
        sections.getLast().lines().add(words);
      } else {
        sections.add(new Section(words, new ArrayList<>()));
      }
    }
    return sections;
  }

  private void vocabulary(Section section) {
    List<String> values = section.lines().stream().flatMap(List::stream).toList();
    vocabularies.put(
        section.name(),
        new Vocabulary(
            section.name(), section.heading().get(2), section.kind().equals("open"), values));
  }

  private void describe(Section section) {
    switch (section.kind()) {
      case "common" -> commons.put(section.name(), section);
      case "structure" -> structures.put(section.name(), structure(section, Kind.STRUCTURE, ""));
      case "extension" ->
          structures.put(
              section.name(), structure(section, Kind.EXTENSION, section.heading().get(2)));
      case "sdo" -> objects.put(section.name(), object(section, Kind.SDO, "sdo"));
      case "sro" -> objects.put(section.name(), object(section, Kind.SRO, "sdo"));
      case "sco" -> objects.put(section.name(), object(section, Kind.SCO, "sco"));
      case "meta" -> objects.put(section.name(), object(section, Kind.META, section.name()));
      case "bundle" -> objects.put(section.name(), structure(section, Kind.BUNDLE, ""));
      default -> throw new IllegalStateException("unknown kind " + section.kind());
    }
  }

  private ObjectDescription structure(Section section, Kind kind, String extended) {
    ObjectLines lines = new ObjectLines(vocabularies);
    section.lines().forEach(line -> lines.add(line, false));
    return lines.describe(section.name(), kind, section.heading().getLast(), extended);
  }

  private ObjectDescription object(Section section, Kind kind, String common) {
    Section shared = commons.get(common);
    if (shared == null) {
      throw new IllegalStateException("no common properties of " + common);
    }
    ObjectLines lines = new ObjectLines(vocabularies);
    shared.lines().forEach(line -> lines.add(line, true));
    section.lines().forEach(line -> lines.add(line, false));
    return lines.describe(section.name(), kind, section.heading().getLast(), "");
  }
}
