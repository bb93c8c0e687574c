package io.aegispcap.stix.marking;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.object.StixId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Markings of whole objects.
public final class ObjectMarkings {

  private static final String NAME = "object_marking_refs";

  private ObjectMarkings() {}

  public static Set<StixId> get(JsonObject object) {
    Set<StixId> ids = new LinkedHashSet<>();
    object.array(NAME).stream()
        .flatMap(JsonArray::texts)
        .flatMap(text -> StixId.find(text).stream())
        .forEach(ids::add);
    return ids;
  }

  public static boolean isMarked(JsonObject object, StixId definition) {
    return get(object).contains(definition);
  }

  public static JsonObject set(JsonObject object, Collection<StixId> definitions) {
    List<String> ids = new LinkedHashSet<>(definitions).stream().map(StixId::toString).toList();
    return ids.isEmpty() ? object.without(NAME) : object.with(NAME, JsonArray.ofTexts(ids));
  }

  public static JsonObject add(JsonObject object, Collection<StixId> definitions) {
    Set<StixId> all = new LinkedHashSet<>(get(object));
    all.addAll(definitions);
    return set(object, all);
  }

  /// An object without any markings stays as it is.
  ///
  /// @throws NothingSelectedException when the object has some, but not all of these
  public static JsonObject remove(JsonObject object, Collection<StixId> definitions)
      throws NothingSelectedException {
    Set<StixId> all = new LinkedHashSet<>(get(object));
    if (!all.isEmpty() && !all.containsAll(definitions)) {
      throw new NothingSelectedException("the object is not marked with all of " + definitions);
    }
    all.removeAll(Set.copyOf(definitions));
    return set(object, all);
  }

  public static JsonObject clear(JsonObject object) {
    return object.without(NAME);
  }
}
