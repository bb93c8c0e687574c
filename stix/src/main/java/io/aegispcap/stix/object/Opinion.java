package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `opinion`, section 4.15 of STIX 2.1.
public record Opinion(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static Opinion create(Creation creation, String opinion, List<StixId> objectRefs) {
    return new Opinion(
        creation
            .begin("opinion")
            .with("opinion", JsonValue.of(opinion))
            .with("object_refs", Encoded.ids(objectRefs)));
  }

  public Optional<String> explanation() {
    return View.text(json, "explanation");
  }

  public Opinion withExplanation(String explanation) {
    return with("explanation", JsonValue.of(explanation));
  }

  public List<String> authors() {
    return View.texts(json, "authors");
  }

  public Opinion withAuthors(List<String> authors) {
    return with("authors", JsonArray.ofTexts(authors));
  }

  public String opinion() {
    return View.needed(json, "opinion", View.text(json, "opinion"));
  }

  public Opinion withOpinion(String opinion) {
    return with("opinion", JsonValue.of(opinion));
  }

  public List<StixId> objectRefs() {
    return View.ids(json, "object_refs");
  }

  public Opinion withObjectRefs(List<StixId> objectRefs) {
    return with("object_refs", Encoded.ids(objectRefs));
  }

  @Override
  public Opinion with(String property, JsonValue value) {
    return new Opinion(json.with(property, value));
  }
}
