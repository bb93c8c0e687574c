package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.marking.GranularMarkings;
import io.aegispcap.stix.marking.Marking;
import io.aegispcap.stix.marking.NothingSelectedException;
import io.aegispcap.stix.marking.ObjectMarkings;
import io.aegispcap.stix.object.Selector;
import io.aegispcap.stix.object.StixId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a row asks about markings: of the parts that its selectors name, else of the object.
///
/// @param inherited whether markings of what lies around the parts count, the object's too
/// @param descendants whether markings within the parts count
record MarkingRow(
    JsonObject object,
    List<Marking> markings,
    List<Selector> selectors,
    boolean inherited,
    boolean descendants) {

  static MarkingRow of(JsonObject row) throws BadRowException {
    List<Marking> markings = new ArrayList<>();
    for (String text : texts(row, "markings")) {
      Optional<StixId> definition = StixId.find(text);
      markings.add(definition.map(Marking::of).orElseGet(() -> new Marking.Language(text)));
    }
    List<Selector> selectors = new ArrayList<>();
    for (String text : texts(row, "selectors")) {
      selectors.add(
          Selector.find(text)
              .orElseThrow(() -> new BadRowException("'" + text + "' is no selector")));
    }
    return new MarkingRow(
        BadRowException.object(row, "object"),
        markings,
        selectors,
        row.truth("inherited").orElse(false),
        row.truth("descendants").orElse(false));
  }

  private static List<String> texts(JsonObject row, String name) throws BadRowException {
    if (!row.has(name)) {
      return List.of();
    }
    List<JsonValue> items = row.array(name).map(JsonArray::items).orElse(List.of());
    if (items.isEmpty() || !items.stream().allMatch(JsonString.class::isInstance)) {
      throw new BadRowException(name + " must be a list of strings");
    }
    return row.array(name).stream().flatMap(JsonArray::texts).toList();
  }

  Set<Marking> found() throws NothingSelectedException {
    Set<Marking> found = new LinkedHashSet<>();
    for (Selector selector : selectors) {
      found.addAll(GranularMarkings.get(object, selector, inherited, descendants));
    }
    if (selectors.isEmpty() || inherited) {
      ObjectMarkings.get(object).stream().map(Marking::of).forEach(found::add);
    }
    return found;
  }

  JsonObject changed(MarkingAction action) throws BadRowException, NothingSelectedException {
    if (markings.isEmpty() && action != MarkingAction.CLEAR) {
      throw new BadRowException("which markings?");
    }
    return selectors.isEmpty() ? ofObject(action) : ofParts(action);
  }

  private JsonObject ofParts(MarkingAction action) throws NothingSelectedException {
    return switch (action) {
      case SET -> GranularMarkings.set(object, markings, selectors);
      case ADD -> GranularMarkings.add(object, markings, selectors);
      case REMOVE -> GranularMarkings.remove(object, markings, selectors);
      case CLEAR -> GranularMarkings.clear(object, selectors);
      case GET, IS_MARKED -> object;
    };
  }

  private JsonObject ofObject(MarkingAction action)
      throws BadRowException, NothingSelectedException {
    List<StixId> definitions = new ArrayList<>();
    for (Marking marking : markings) {
      switch (marking) {
        case Marking.Definition(StixId id) -> definitions.add(id);
        case Marking.Language(String tag) ->
            throw new BadRowException(
                "'" + tag + "' is no marking definition; a language marks parts: give selectors");
      }
    }
    return switch (action) {
      case SET -> ObjectMarkings.set(object, definitions);
      case ADD -> ObjectMarkings.add(object, definitions);
      case REMOVE -> ObjectMarkings.remove(object, definitions);
      case CLEAR -> ObjectMarkings.clear(object);
      case GET, IS_MARKED -> object;
    };
  }

  static String said(Marking marking) {
    return switch (marking) {
      case Marking.Definition(StixId id) -> id.toString();
      case Marking.Language(String tag) -> tag;
    };
  }
}
