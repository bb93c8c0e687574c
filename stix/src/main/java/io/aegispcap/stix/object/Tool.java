package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `tool`, section 4.18 of STIX 2.1.
public record Tool(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static Tool create(Creation creation, String name) {
    return new Tool(creation.begin("tool").with("name", JsonValue.of(name)));
  }

  public String name() {
    return View.needed(json, "name", View.text(json, "name"));
  }

  public Tool withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public Tool withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  public List<String> toolTypes() {
    return View.texts(json, "tool_types");
  }

  public Tool withToolTypes(List<String> toolTypes) {
    return with("tool_types", JsonArray.ofTexts(toolTypes));
  }

  public List<String> aliases() {
    return View.texts(json, "aliases");
  }

  public Tool withAliases(List<String> aliases) {
    return with("aliases", JsonArray.ofTexts(aliases));
  }

  public List<KillChainPhase> killChainPhases() {
    return View.structures(json, "kill_chain_phases", KillChainPhase::new);
  }

  public Tool withKillChainPhases(List<KillChainPhase> killChainPhases) {
    return with("kill_chain_phases", Encoded.structures(killChainPhases));
  }

  public Optional<String> toolVersion() {
    return View.text(json, "tool_version");
  }

  public Tool withToolVersion(String toolVersion) {
    return with("tool_version", JsonValue.of(toolVersion));
  }

  @Override
  public Tool with(String property, JsonValue value) {
    return new Tool(json.with(property, value));
  }
}
