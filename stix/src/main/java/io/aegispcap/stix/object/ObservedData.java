package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `observed-data`, section 4.14 of STIX 2.1.
public record ObservedData(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static ObservedData create(
      Creation creation,
      StixTimestamp firstObserved,
      StixTimestamp lastObserved,
      long numberObserved) {
    return new ObservedData(
        creation
            .begin("observed-data")
            .with("first_observed", JsonValue.of(firstObserved.toString()))
            .with("last_observed", JsonValue.of(lastObserved.toString()))
            .with("number_observed", JsonValue.of(numberObserved)));
  }

  public StixTimestamp firstObserved() {
    return View.needed(json, "first_observed", View.timestamp(json, "first_observed"));
  }

  public ObservedData withFirstObserved(StixTimestamp firstObserved) {
    return with("first_observed", JsonValue.of(firstObserved.toString()));
  }

  public StixTimestamp lastObserved() {
    return View.needed(json, "last_observed", View.timestamp(json, "last_observed"));
  }

  public ObservedData withLastObserved(StixTimestamp lastObserved) {
    return with("last_observed", JsonValue.of(lastObserved.toString()));
  }

  public long numberObserved() {
    return View.needed(json, "number_observed", View.whole(json, "number_observed"));
  }

  public ObservedData withNumberObserved(long numberObserved) {
    return with("number_observed", JsonValue.of(numberObserved));
  }

  public Optional<JsonObject> objects() {
    return View.object(json, "objects");
  }

  public ObservedData withObjects(JsonObject objects) {
    return with("objects", objects);
  }

  public List<StixId> objectRefs() {
    return View.ids(json, "object_refs");
  }

  public ObservedData withObjectRefs(List<StixId> objectRefs) {
    return with("object_refs", Encoded.ids(objectRefs));
  }

  @Override
  public ObservedData with(String property, JsonValue value) {
    return new ObservedData(json.with(property, value));
  }
}
