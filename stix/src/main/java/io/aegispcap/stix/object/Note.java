package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `note`, section 4.13 of STIX 2.1.
public record Note(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static Note create(Creation creation, String content, List<StixId> objectRefs) {
    return new Note(
        creation
            .begin("note")
            .with("content", JsonValue.of(content))
            .with("object_refs", Encoded.ids(objectRefs)));
  }

  public Optional<String> abstractText() {
    return View.text(json, "abstract");
  }

  public Note withAbstractText(String abstractText) {
    return with("abstract", JsonValue.of(abstractText));
  }

  public String content() {
    return View.needed(json, "content", View.text(json, "content"));
  }

  public Note withContent(String content) {
    return with("content", JsonValue.of(content));
  }

  public List<String> authors() {
    return View.texts(json, "authors");
  }

  public Note withAuthors(List<String> authors) {
    return with("authors", JsonArray.ofTexts(authors));
  }

  public List<StixId> objectRefs() {
    return View.ids(json, "object_refs");
  }

  public Note withObjectRefs(List<StixId> objectRefs) {
    return with("object_refs", Encoded.ids(objectRefs));
  }

  @Override
  public Note with(String property, JsonValue value) {
    return new Note(json.with(property, value));
  }
}
