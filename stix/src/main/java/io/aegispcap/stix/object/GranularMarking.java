package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `granular-marking`, section 7.2.3 of STIX 2.1.
public record GranularMarking(JsonObject json) implements Structure {

  public static GranularMarking of(List<String> selectors) {
    return new GranularMarking(JsonObject.EMPTY.with("selectors", JsonArray.ofTexts(selectors)));
  }

  public Optional<String> lang() {
    return View.text(json, "lang");
  }

  public GranularMarking withLang(String lang) {
    return with("lang", JsonValue.of(lang));
  }

  public Optional<StixId> markingRef() {
    return View.id(json, "marking_ref");
  }

  public GranularMarking withMarkingRef(StixId markingRef) {
    return with("marking_ref", JsonValue.of(markingRef.toString()));
  }

  public List<String> selectors() {
    return View.texts(json, "selectors");
  }

  public GranularMarking withSelectors(List<String> selectors) {
    return with("selectors", JsonArray.ofTexts(selectors));
  }

  public GranularMarking with(String property, JsonValue value) {
    return new GranularMarking(json.with(property, value));
  }
}
