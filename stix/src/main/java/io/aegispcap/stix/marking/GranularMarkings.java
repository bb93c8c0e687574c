package io.aegispcap.stix.marking;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.Selector;
import io.aegispcap.stix.object.StixId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Markings of parts of objects. Each marking is written once, with all that it selects in order.
public final class GranularMarkings {

  private static final String NAME = "granular_markings";

  private GranularMarkings() {}

  /// What the selected content is marked with.
  ///
  /// @param inherited whether markings of what lies around it count
  /// @param descendants whether markings of its parts count
  public static Set<Marking> get(
      JsonObject object, Selector selector, boolean inherited, boolean descendants)
      throws NothingSelectedException {
    check(object, List.of(selector));
    Set<Marking> found = new LinkedHashSet<>();
    read(object)
        .forEach(
            (marking, selectors) -> {
              for (String text : selectors) {
                Selector marked = Selector.of(text);
                if (marked.equals(selector)
                    || inherited && marked.covers(selector)
                    || descendants && selector.covers(marked)) {
                  found.add(marking);
                }
              }
            });
    return found;
  }

  /// All that the selected content is marked with, as part of the object too.
  public static Set<Marking> effective(JsonObject object, Selector selector)
      throws NothingSelectedException {
    Set<Marking> all = new LinkedHashSet<>(get(object, selector, true, false));
    ObjectMarkings.get(object).stream().map(Marking::of).forEach(all::add);
    return all;
  }

  public static boolean isMarked(
      JsonObject object, Marking marking, Selector selector, boolean inherited, boolean descendants)
      throws NothingSelectedException {
    return get(object, selector, inherited, descendants).contains(marking);
  }

  public static JsonObject add(
      JsonObject object, Collection<Marking> markings, Collection<Selector> selectors)
      throws NothingSelectedException {
    check(object, selectors);
    Map<Marking, Set<String>> all = read(object);
    for (Marking marking : markings) {
      Set<String> marked = all.computeIfAbsent(marking, key -> new TreeSet<>());
      selectors.forEach(selector -> marked.add(selector.toString()));
    }
    return write(object, all);
  }

  /// Takes these markings from exactly these selectors. An object of which no part is marked stays
  /// as it is.
  ///
  /// @throws NothingSelectedException when others are there, but not one of these
  public static JsonObject remove(
      JsonObject object, Collection<Marking> markings, Collection<Selector> selectors)
      throws NothingSelectedException {
    check(object, selectors);
    Map<Marking, Set<String>> all = read(object);
    if (all.isEmpty()) {
      return object;
    }
    for (Marking marking : markings) {
      Set<String> marked = all.getOrDefault(marking, new TreeSet<>());
      for (Selector selector : selectors) {
        if (!marked.remove(selector.toString())) {
          throw new NothingSelectedException(selector + " is not marked with " + marking);
        }
      }
    }
    return write(object, all);
  }

  /// Takes all markings from exactly these selectors. An object of which no part is marked stays as
  /// it is.
  ///
  /// @throws NothingSelectedException when other parts are marked, but not one of these
  public static JsonObject clear(JsonObject object, Collection<Selector> selectors)
      throws NothingSelectedException {
    check(object, selectors);
    Map<Marking, Set<String>> all = read(object);
    if (all.isEmpty()) {
      return object;
    }
    for (Selector selector : selectors) {
      boolean cleared = false;
      for (Set<String> marked : all.values()) {
        cleared |= marked.remove(selector.toString());
      }
      if (!cleared) {
        throw new NothingSelectedException(selector + " is not marked");
      }
    }
    return write(object, all);
  }

  /// Marks these selectors with these markings and no others.
  public static JsonObject set(
      JsonObject object, Collection<Marking> markings, Collection<Selector> selectors)
      throws NothingSelectedException {
    check(object, selectors);
    Map<Marking, Set<String>> all = read(object);
    for (Selector selector : selectors) {
      all.values().forEach(marked -> marked.remove(selector.toString()));
    }
    return add(write(object, all), markings, selectors);
  }

  private static void check(JsonObject object, Collection<Selector> selectors)
      throws NothingSelectedException {
    for (Selector selector : selectors) {
      if (selector.select(object).isEmpty()) {
        throw new NothingSelectedException(selector + " selects nothing in this object");
      }
    }
  }

  private static Map<Marking, Set<String>> read(JsonObject object) {
    Map<Marking, Set<String>> all = new LinkedHashMap<>();
    object.array(NAME).stream()
        .flatMap(JsonArray::objects)
        .forEach(
            granular ->
                marking(granular)
                    .ifPresent(
                        marking ->
                            all.computeIfAbsent(marking, key -> new TreeSet<>())
                                .addAll(selectors(granular))));
    return all;
  }

  private static Optional<Marking> marking(JsonObject granular) {
    return granular
        .text("marking_ref")
        .flatMap(StixId::find)
        .map(Marking::of)
        .or(() -> granular.text("lang").map(Marking.Language::new));
  }

  private static List<String> selectors(JsonObject granular) {
    return granular.array("selectors").stream()
        .flatMap(JsonArray::texts)
        .filter(text -> Selector.find(text).isPresent())
        .toList();
  }

  private static JsonObject write(JsonObject object, Map<Marking, Set<String>> all) {
    List<JsonValue> granular = new ArrayList<>();
    all.forEach(
        (marking, selectors) -> {
          if (!selectors.isEmpty()) {
            granular.add(
                written(marking).with("selectors", JsonArray.ofTexts(List.copyOf(selectors))));
          }
        });
    return granular.isEmpty() ? object.without(NAME) : object.with(NAME, new JsonArray(granular));
  }

  private static JsonObject written(Marking marking) {
    return switch (marking) {
      case Marking.Definition(StixId id) ->
          JsonObject.of("marking_ref", JsonValue.of(id.toString()));
      case Marking.Language(String tag) -> JsonObject.of("lang", JsonValue.of(tag));
    };
  }
}
