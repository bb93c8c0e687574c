package io.aegispcap.stix.misp;

import io.aegispcap.stix.pattern.ComparisonExpression.Exists;
import io.aegispcap.stix.pattern.ObjectPath;
import io.aegispcap.stix.pattern.ObservationExpression.Observation;
import io.aegispcap.stix.pattern.Pattern;
import io.aegispcap.stix.pattern.PatternSyntaxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All mappings, read from a table that is part of this module.
final class Mappings {

  /// Ends the names of types with data.
  private static final String DATA = "+data";

  static final Mappings ALL = read();

  private final Map<String, Mapping> attributes = new LinkedHashMap<>();
  private final List<Reading> readings = new ArrayList<>();
  private final Map<String, Map<String, ObjectPath>> objects = new HashMap<>();
  private final Map<String, String> galaxies = new HashMap<>();

  private Mappings() {}

  /// How an attribute is written, with its data if it has some that matters.
  Optional<Mapping> attribute(String type, boolean withData) {
    return Optional.ofNullable(attributes.get(withData ? type + DATA : type));
  }

  /// All ways in which attributes are said, those in which they are written first.
  List<Reading> readings() {
    return readings;
  }

  /// Which type of object clusters of a galaxy become.
  Optional<String> galaxy(String type) {
    return Optional.ofNullable(galaxies.get(type));
  }

  /// Where the relations of an object stand; empty when the object has no counterpart.
  Map<String, ObjectPath> object(String name) {
    return objects.getOrDefault(name, Map.of());
  }

  private static Mappings read() {
    Mappings all = new Mappings();
    try (InputStream in = Mappings.class.getResourceAsStream("attributes.txt")) {
      if (in == null) {
        throw new IllegalStateException("attributes.txt is missing from the module");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.asList(line.split(" ")))
          .forEach(all::add);
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(List<String> words) {
    switch (words.getFirst()) {
      case "object" -> addObject(words.get(1), words.subList(2, words.size()));
      case "galaxy" ->
          words.subList(2, words.size()).forEach(type -> galaxies.put(type, words.get(1)));
      case "also" ->
          readings.add(new Reading(words.get(1), false, mapping(words.subList(2, words.size()))));
      default -> {
        Mapping mapping = mapping(words.subList(1, words.size()));
        String type = words.getFirst();
        attributes.put(type, mapping);
        boolean withData = type.endsWith(DATA);
        readings.add(
            new Reading(
                withData ? type.substring(0, type.length() - DATA.length()) : type,
                withData,
                mapping));
      }
    }
  }

  private void addObject(String name, List<String> words) {
    Map<String, ObjectPath> relations = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      relations.put(word.substring(0, equals), path(word.substring(equals + 1)));
    }
    objects.put(name, relations);
  }

  private static Mapping mapping(List<String> words) {
    List<Assignment> assignments = new ArrayList<>();
    for (String word : words) {
      int equals = word.lastIndexOf('=');
      assignments.add(Assignment.of(path(word.substring(0, equals)), word.substring(equals + 1)));
    }
    return new Mapping(assignments);
  }

  private static ObjectPath path(String text) {
    try {
      if (Pattern.parse("[EXISTS " + text + "]").expression()
          instanceof Observation(Exists(ObjectPath path, boolean negated))) {
        return path;
      }
    } catch (PatternSyntaxException e) {
      throw new IllegalStateException(text + " is no path", e);
    }
    throw new IllegalStateException(text + " is no path");
  }
}
