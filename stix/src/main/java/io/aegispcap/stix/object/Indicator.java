package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `indicator`, section 4.7 of STIX 2.1.
public record Indicator(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static Indicator create(
      Creation creation, String pattern, String patternType, StixTimestamp validFrom) {
    return new Indicator(
        creation
            .begin("indicator")
            .with("pattern", JsonValue.of(pattern))
            .with("pattern_type", JsonValue.of(patternType))
            .with("valid_from", JsonValue.of(validFrom.toString())));
  }

  public Optional<String> name() {
    return View.text(json, "name");
  }

  public Indicator withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public Indicator withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  public List<String> indicatorTypes() {
    return View.texts(json, "indicator_types");
  }

  public Indicator withIndicatorTypes(List<String> indicatorTypes) {
    return with("indicator_types", JsonArray.ofTexts(indicatorTypes));
  }

  public String pattern() {
    return View.needed(json, "pattern", View.text(json, "pattern"));
  }

  public Indicator withPattern(String pattern) {
    return with("pattern", JsonValue.of(pattern));
  }

  public String patternType() {
    return View.needed(json, "pattern_type", View.text(json, "pattern_type"));
  }

  public Indicator withPatternType(String patternType) {
    return with("pattern_type", JsonValue.of(patternType));
  }

  public Optional<String> patternVersion() {
    return View.text(json, "pattern_version");
  }

  public Indicator withPatternVersion(String patternVersion) {
    return with("pattern_version", JsonValue.of(patternVersion));
  }

  public StixTimestamp validFrom() {
    return View.needed(json, "valid_from", View.timestamp(json, "valid_from"));
  }

  public Indicator withValidFrom(StixTimestamp validFrom) {
    return with("valid_from", JsonValue.of(validFrom.toString()));
  }

  public Optional<StixTimestamp> validUntil() {
    return View.timestamp(json, "valid_until");
  }

  public Indicator withValidUntil(StixTimestamp validUntil) {
    return with("valid_until", JsonValue.of(validUntil.toString()));
  }

  public List<KillChainPhase> killChainPhases() {
    return View.structures(json, "kill_chain_phases", KillChainPhase::new);
  }

  public Indicator withKillChainPhases(List<KillChainPhase> killChainPhases) {
    return with("kill_chain_phases", Encoded.structures(killChainPhases));
  }

  @Override
  public Indicator with(String property, JsonValue value) {
    return new Indicator(json.with(property, value));
  }
}
