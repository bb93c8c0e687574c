package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `report`, section 4.16 of STIX 2.1.
public record Report(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static Report create(
      Creation creation, String name, StixTimestamp published, List<StixId> objectRefs) {
    return new Report(
        creation
            .begin("report")
            .with("name", JsonValue.of(name))
            .with("published", JsonValue.of(published.toString()))
            .with("object_refs", Encoded.ids(objectRefs)));
  }

  public String name() {
    return View.needed(json, "name", View.text(json, "name"));
  }

  public Report withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public Report withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  public List<String> reportTypes() {
    return View.texts(json, "report_types");
  }

  public Report withReportTypes(List<String> reportTypes) {
    return with("report_types", JsonArray.ofTexts(reportTypes));
  }

  public StixTimestamp published() {
    return View.needed(json, "published", View.timestamp(json, "published"));
  }

  public Report withPublished(StixTimestamp published) {
    return with("published", JsonValue.of(published.toString()));
  }

  public List<StixId> objectRefs() {
    return View.ids(json, "object_refs");
  }

  public Report withObjectRefs(List<StixId> objectRefs) {
    return with("object_refs", Encoded.ids(objectRefs));
  }

  @Override
  public Report with(String property, JsonValue value) {
    return new Report(json.with(property, value));
  }
}
