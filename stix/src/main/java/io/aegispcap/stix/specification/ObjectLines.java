package io.aegispcap.stix.specification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Gathers the lines of one description.
final class ObjectLines {

  /// Integers outside are not safe in all programs, 2.9 of I-JSON.
  private static final long SAFE = (1L << 53) - 1;

  private final Map<String, Vocabulary> vocabularies;
  private final Map<String, PropertyDescription> properties = new LinkedHashMap<>();
  private final List<PropertyRule> rules = new ArrayList<>();
  private final List<String> idContributing = new ArrayList<>();

  ObjectLines(Map<String, Vocabulary> vocabularies) {
    this.vocabularies = vocabularies;
  }

  ObjectDescription describe(String name, Kind kind, String section, String extended) {
    return new ObjectDescription(name, kind, section, extended, properties, rules, idContributing);
  }

  void add(List<String> words, boolean common) {
    if (words.getFirst().equals("!")) {
      rules.add(rule(words.get(1), words.subList(2, words.size())));
      return;
    }
    String name = words.getFirst();
    if (words.contains("id") && words.lastIndexOf("id") > 1) {
      idContributing.add(name);
    }
    boolean known = properties.containsKey(name);
    properties.put(
        name,
        new PropertyDescription(
            name,
            type(words.get(1)),
            words.contains("list"),
            words.contains("required"),
            words.contains("deprecated"),
            common || known));
  }

  private static PropertyRule rule(String name, List<String> words) {
    return switch (name) {
      case "at-least-one" -> new PropertyRule.AtLeastOne(words);
      case "exactly-one" -> new PropertyRule.ExactlyOne(words);
      case "any" -> new PropertyRule.Any(false);
      case "any-optional" -> new PropertyRule.Any(true);
      case "not-before" -> new PropertyRule.Order(words.get(0), words.get(1), false);
      case "after" -> new PropertyRule.Order(words.get(0), words.get(1), true);
      case "needs" -> new PropertyRule.Needs(words.getFirst(), words.subList(1, words.size()));
      case "needs-when" ->
          new PropertyRule.NeedsWhen(words.get(0), words.get(1).equals("true"), words.get(2));
      case "never-when" ->
          new PropertyRule.NeverWhen(words.get(0), words.get(1).equals("true"), words.get(2));
      case "reserved" -> new PropertyRule.Reserved(words.getFirst());
      default -> throw new IllegalStateException("unknown rule " + name);
    };
  }

  private PropertyType type(String written) {
    int colon = written.indexOf(':');
    String name = colon < 0 ? written : written.substring(0, colon);
    String argument = colon < 0 ? "" : written.substring(colon + 1);
    return switch (name) {
      case "string" -> new PropertyType.Text(TextForm.ANY);
      case "boolean" -> PropertyType.Simple.TRUTH;
      case "id" -> PropertyType.Simple.IDENTIFIER;
      case "integer" -> whole(argument);
      case "float" -> decimal(argument);
      case "open", "enum" -> new PropertyType.Term(vocabulary(argument));
      case "dictionary" -> new PropertyType.Dictionary(dictionaryValues(argument));
      case "object" -> new PropertyType.Structure(argument);
      case "ref" ->
          new PropertyType.Reference(
              argument.isEmpty() ? List.of() : Arrays.asList(argument.split(",")));
      default -> named(name.toUpperCase(Locale.ROOT));
    };
  }

  private static DictionaryValues dictionaryValues(String argument) {
    return switch (argument) {
      case "" -> DictionaryValues.ANY;
      case "text-lists?" -> DictionaryValues.TEXT_LISTS_OR_TEXTS;
      default -> DictionaryValues.valueOf(argument.replace('-', '_').toUpperCase(Locale.ROOT));
    };
  }

  private static PropertyType named(String name) {
    Optional<PropertyType> simple =
        Arrays.stream(PropertyType.Simple.values())
            .filter(type -> type.name().equals(name))
            .map(PropertyType.class::cast)
            .findFirst();
    return simple.orElseGet(() -> new PropertyType.Text(TextForm.valueOf(name)));
  }

  private Vocabulary vocabulary(String name) {
    Vocabulary vocabulary = vocabularies.get(name);
    if (vocabulary == null) {
      throw new IllegalStateException("unknown vocabulary " + name);
    }
    return vocabulary;
  }

  private static PropertyType whole(String range) {
    if (range.isEmpty()) {
      return new PropertyType.Whole(-SAFE, SAFE);
    }
    String[] ends = range.split("\\.\\.", -1);
    return new PropertyType.Whole(
        Long.parseLong(ends[0]), ends[1].isEmpty() ? SAFE : Long.parseLong(ends[1]));
  }

  private static PropertyType decimal(String range) {
    if (range.isEmpty()) {
      return new PropertyType.Decimal(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    String[] ends = range.split("\\.\\.", -1);
    return new PropertyType.Decimal(
        Double.parseDouble(ends[0]),
        ends[1].isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(ends[1]));
  }
}
