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

  static final Mappings ALL = read();

  private final Map<String, Mapping> attributes = new LinkedHashMap<>();
  private final Map<String, Map<String, ObjectPath>> objects = new HashMap<>();

  private Mappings() {}

  Optional<Mapping> attribute(String type) {
    return Optional.ofNullable(attributes.get(type));
  }

  /// All of them by type, the plainest first.
  Map<String, Mapping> attributes() {
    return attributes;
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
    if (words.getFirst().equals("object")) {
      Map<String, ObjectPath> relations = new LinkedHashMap<>();
      for (String word : words.subList(2, words.size())) {
        int equals = word.indexOf('=');
        relations.put(word.substring(0, equals), path(word.substring(equals + 1)));
      }
      objects.put(words.get(1), relations);
      return;
    }
    List<Assignment> assignments = new ArrayList<>();
    for (String word : words.subList(1, words.size())) {
      int equals = word.lastIndexOf('=');
      assignments.add(Assignment.of(path(word.substring(0, equals)), word.substring(equals + 1)));
    }
    attributes.put(words.getFirst(), new Mapping(assignments));
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
