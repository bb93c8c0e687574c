package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `intrusion-set`, section 4.9 of STIX 2.1.
public record IntrusionSet(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static IntrusionSet create(Creation creation, String name) {
    return new IntrusionSet(creation.begin("intrusion-set").with("name", JsonValue.of(name)));
  }

  public String name() {
    return View.needed(json, "name", View.text(json, "name"));
  }

  public IntrusionSet withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public IntrusionSet withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  public List<String> aliases() {
    return View.texts(json, "aliases");
  }

  public IntrusionSet withAliases(List<String> aliases) {
    return with("aliases", JsonArray.ofTexts(aliases));
  }

  public Optional<StixTimestamp> firstSeen() {
    return View.timestamp(json, "first_seen");
  }

  public IntrusionSet withFirstSeen(StixTimestamp firstSeen) {
    return with("first_seen", JsonValue.of(firstSeen.toString()));
  }

  public Optional<StixTimestamp> lastSeen() {
    return View.timestamp(json, "last_seen");
  }

  public IntrusionSet withLastSeen(StixTimestamp lastSeen) {
    return with("last_seen", JsonValue.of(lastSeen.toString()));
  }

  public List<String> goals() {
    return View.texts(json, "goals");
  }

  public IntrusionSet withGoals(List<String> goals) {
    return with("goals", JsonArray.ofTexts(goals));
  }

  public Optional<String> resourceLevel() {
    return View.text(json, "resource_level");
  }

  public IntrusionSet withResourceLevel(String resourceLevel) {
    return with("resource_level", JsonValue.of(resourceLevel));
  }

  public Optional<String> primaryMotivation() {
    return View.text(json, "primary_motivation");
  }

  public IntrusionSet withPrimaryMotivation(String primaryMotivation) {
    return with("primary_motivation", JsonValue.of(primaryMotivation));
  }

  public List<String> secondaryMotivations() {
    return View.texts(json, "secondary_motivations");
  }

  public IntrusionSet withSecondaryMotivations(List<String> secondaryMotivations) {
    return with("secondary_motivations", JsonArray.ofTexts(secondaryMotivations));
  }

  @Override
  public IntrusionSet with(String property, JsonValue value) {
    return new IntrusionSet(json.with(property, value));
  }
}
