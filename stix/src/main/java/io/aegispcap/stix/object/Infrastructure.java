package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `infrastructure`, section 4.8 of STIX 2.1.
public record Infrastructure(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static Infrastructure create(Creation creation, String name) {
    return new Infrastructure(creation.begin("infrastructure").with("name", JsonValue.of(name)));
  }

  public String name() {
    return View.needed(json, "name", View.text(json, "name"));
  }

  public Infrastructure withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public Infrastructure withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  public List<String> infrastructureTypes() {
    return View.texts(json, "infrastructure_types");
  }

  public Infrastructure withInfrastructureTypes(List<String> infrastructureTypes) {
    return with("infrastructure_types", JsonArray.ofTexts(infrastructureTypes));
  }

  public List<String> aliases() {
    return View.texts(json, "aliases");
  }

  public Infrastructure withAliases(List<String> aliases) {
    return with("aliases", JsonArray.ofTexts(aliases));
  }

  public List<KillChainPhase> killChainPhases() {
    return View.structures(json, "kill_chain_phases", KillChainPhase::new);
  }

  public Infrastructure withKillChainPhases(List<KillChainPhase> killChainPhases) {
    return with("kill_chain_phases", Encoded.structures(killChainPhases));
  }

  public Optional<StixTimestamp> firstSeen() {
    return View.timestamp(json, "first_seen");
  }

  public Infrastructure withFirstSeen(StixTimestamp firstSeen) {
    return with("first_seen", JsonValue.of(firstSeen.toString()));
  }

  public Optional<StixTimestamp> lastSeen() {
    return View.timestamp(json, "last_seen");
  }

  public Infrastructure withLastSeen(StixTimestamp lastSeen) {
    return with("last_seen", JsonValue.of(lastSeen.toString()));
  }

  @Override
  public Infrastructure with(String property, JsonValue value) {
    return new Infrastructure(json.with(property, value));
  }
}
