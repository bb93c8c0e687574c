package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `attack-pattern`, section 4.1 of STIX 2.1.
public record AttackPattern(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static AttackPattern create(Creation creation, String name) {
    return new AttackPattern(creation.begin("attack-pattern").with("name", JsonValue.of(name)));
  }

  public String name() {
    return View.needed(json, "name", View.text(json, "name"));
  }

  public AttackPattern withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public AttackPattern withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  public List<String> aliases() {
    return View.texts(json, "aliases");
  }

  public AttackPattern withAliases(List<String> aliases) {
    return with("aliases", JsonArray.ofTexts(aliases));
  }

  public List<KillChainPhase> killChainPhases() {
    return View.structures(json, "kill_chain_phases", KillChainPhase::new);
  }

  public AttackPattern withKillChainPhases(List<KillChainPhase> killChainPhases) {
    return with("kill_chain_phases", Encoded.structures(killChainPhases));
  }

  @Override
  public AttackPattern with(String property, JsonValue value) {
    return new AttackPattern(json.with(property, value));
  }
}
