package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `archive-ext`, section 6.7.2 of STIX 2.1.
public record ArchiveExt(JsonObject json) implements PredefinedExtension {

  public static ArchiveExt of(List<StixId> containsRefs) {
    return new ArchiveExt(JsonObject.EMPTY.with("contains_refs", Encoded.ids(containsRefs)));
  }

  public List<StixId> containsRefs() {
    return View.ids(json, "contains_refs");
  }

  public ArchiveExt withContainsRefs(List<StixId> containsRefs) {
    return with("contains_refs", Encoded.ids(containsRefs));
  }

  public Optional<String> comment() {
    return View.text(json, "comment");
  }

  public ArchiveExt withComment(String comment) {
    return with("comment", JsonValue.of(comment));
  }

  public ArchiveExt with(String property, JsonValue value) {
    return new ArchiveExt(json.with(property, value));
  }

  @Override
  public String key() {
    return "archive-ext";
  }
}
