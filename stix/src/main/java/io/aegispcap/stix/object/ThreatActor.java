package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `threat-actor`, section 4.17 of STIX 2.1.
public record ThreatActor(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static ThreatActor create(Creation creation, String name) {
    return new ThreatActor(creation.begin("threat-actor").with("name", JsonValue.of(name)));
  }

  public String name() {
    return View.needed(json, "name", View.text(json, "name"));
  }

  public ThreatActor withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public ThreatActor withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  public List<String> threatActorTypes() {
    return View.texts(json, "threat_actor_types");
  }

  public ThreatActor withThreatActorTypes(List<String> threatActorTypes) {
    return with("threat_actor_types", JsonArray.ofTexts(threatActorTypes));
  }

  public List<String> aliases() {
    return View.texts(json, "aliases");
  }

  public ThreatActor withAliases(List<String> aliases) {
    return with("aliases", JsonArray.ofTexts(aliases));
  }

  public Optional<StixTimestamp> firstSeen() {
    return View.timestamp(json, "first_seen");
  }

  public ThreatActor withFirstSeen(StixTimestamp firstSeen) {
    return with("first_seen", JsonValue.of(firstSeen.toString()));
  }

  public Optional<StixTimestamp> lastSeen() {
    return View.timestamp(json, "last_seen");
  }

  public ThreatActor withLastSeen(StixTimestamp lastSeen) {
    return with("last_seen", JsonValue.of(lastSeen.toString()));
  }

  public List<String> roles() {
    return View.texts(json, "roles");
  }

  public ThreatActor withRoles(List<String> roles) {
    return with("roles", JsonArray.ofTexts(roles));
  }

  public List<String> goals() {
    return View.texts(json, "goals");
  }

  public ThreatActor withGoals(List<String> goals) {
    return with("goals", JsonArray.ofTexts(goals));
  }

  public Optional<String> sophistication() {
    return View.text(json, "sophistication");
  }

  public ThreatActor withSophistication(String sophistication) {
    return with("sophistication", JsonValue.of(sophistication));
  }

  public Optional<String> resourceLevel() {
    return View.text(json, "resource_level");
  }

  public ThreatActor withResourceLevel(String resourceLevel) {
    return with("resource_level", JsonValue.of(resourceLevel));
  }

  public Optional<String> primaryMotivation() {
    return View.text(json, "primary_motivation");
  }

  public ThreatActor withPrimaryMotivation(String primaryMotivation) {
    return with("primary_motivation", JsonValue.of(primaryMotivation));
  }

  public List<String> secondaryMotivations() {
    return View.texts(json, "secondary_motivations");
  }

  public ThreatActor withSecondaryMotivations(List<String> secondaryMotivations) {
    return with("secondary_motivations", JsonArray.ofTexts(secondaryMotivations));
  }

  public List<String> personalMotivations() {
    return View.texts(json, "personal_motivations");
  }

  public ThreatActor withPersonalMotivations(List<String> personalMotivations) {
    return with("personal_motivations", JsonArray.ofTexts(personalMotivations));
  }

  @Override
  public ThreatActor with(String property, JsonValue value) {
    return new ThreatActor(json.with(property, value));
  }
}
