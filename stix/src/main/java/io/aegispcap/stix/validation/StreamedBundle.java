package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Checks a document while it is read. The objects of a list named `objects` are checked one by one
/// and let go; the rest of the document is checked at its end.
final class StreamedBundle {

  /// So much of a document is held at once.
  private static final int MOST_ITEMS = 512;

  private static final int MOST_BYTES = 4 << 20;

  private final ObjectCheck objects;
  private final JsonReader reader;
  private final Consumer<ValidationReport> to;
  private final SeenVersions seen = new SeenVersions();
  private long count;

  StreamedBundle(ObjectCheck objects, JsonReader reader, Consumer<ValidationReport> to) {
    this.objects = objects;
    this.reader = reader;
    this.to = to;
  }

  long check() throws MalformedJsonException {
    reader.next();
    if (!reader.atObject()) {
      JsonValue value = reader.value();
      reader.end();
      to.accept(new Validator().validate(value));
      return 0;
    }
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Optional<String> name = reader.member(); name.isPresent(); name = reader.member()) {
      if (members.containsKey(name.get())) {
        throw reader.twice(name.get());
      }
      reader.next();
      members.put(
          name.get(), name.get().equals("objects") && reader.atArray() ? list() : reader.value());
    }
    reader.end();
    rest(new JsonObject(members));
    return count;
  }

  /// One object stands for those that were checked, so that an empty list is still seen as one.
  private JsonArray list() throws MalformedJsonException {
    List<Item> waiting = new ArrayList<>();
    long start = reader.offset();
    int index = 0;
    try {
      for (reader.next(); !reader.atEnd(); reader.next()) {
        waiting.add(new Item(index, reader.value()));
        index++;
        if (waiting.size() == MOST_ITEMS || reader.offset() - start > MOST_BYTES) {
          check(waiting);
          start = reader.offset();
        }
      }
    } finally {
      check(waiting); // also what stands before the place where the text breaks
    }
    count += index;
    return index == 0 ? new JsonArray(List.of()) : PLACEHOLDER;
  }

  private static final JsonArray PLACEHOLDER = new JsonArray(List.of(new JsonString("")));

  private record Item(int index, JsonValue value) {
    Place place() {
      return Place.ROOT.member("objects").item(index);
    }
  }

  /// Checks them on all processors, reports in their order, and lets them go.
  private void check(List<Item> items) {
    List<Findings> findings = items.parallelStream().map(this::checked).toList();
    for (int i = 0; i < findings.size(); i++) {
      Item item = items.get(i);
      if (item.value instanceof JsonObject object && !isBundle(object) && seen.again(object)) {
        SpecialChecks.duplicate(object, item.place(), findings.get(i));
      }
      report(findings.get(i));
    }
    items.clear();
  }

  private Findings checked(Item item) {
    Findings findings = new Findings();
    if (item.value instanceof JsonObject object && !isBundle(object)) {
      objects.check(object, item.place(), Surroundings.NONE, findings);
    } else {
      findings.error(
          item.place(),
          "8/objects",
          "a bundle must hold objects, and no bundles",
          "put objects in directly");
    }
    return findings;
  }

  private static boolean isBundle(JsonObject object) {
    return object.text("type").equals(Optional.of("bundle"));
  }

  private void rest(JsonObject document) {
    Findings findings = new Findings();
    boolean streamed = document.find("objects").filter(PLACEHOLDER::equals).isPresent();
    objects.check(
        streamed ? document.without("objects") : document, Place.ROOT, Surroundings.NONE, findings);
    report(findings);
    if (!isBundle(document)) {
      count++;
    }
  }

  private void report(Findings findings) {
    ValidationReport report = findings.report();
    if (!report.errors().isEmpty() || !report.warnings().isEmpty()) {
      to.accept(report);
    }
  }
}
