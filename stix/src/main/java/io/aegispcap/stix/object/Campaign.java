package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `campaign`, section 4.2 of STIX 2.1.
public record Campaign(JsonObject json) implements DomainObject {

  /// New, as of now.
  public static Campaign create(Creation creation, String name) {
    return new Campaign(creation.begin("campaign").with("name", JsonValue.of(name)));
  }

  public String name() {
    return View.needed(json, "name", View.text(json, "name"));
  }

  public Campaign withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public Campaign withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  public List<String> aliases() {
    return View.texts(json, "aliases");
  }

  public Campaign withAliases(List<String> aliases) {
    return with("aliases", JsonArray.ofTexts(aliases));
  }

  public Optional<StixTimestamp> firstSeen() {
    return View.timestamp(json, "first_seen");
  }

  public Campaign withFirstSeen(StixTimestamp firstSeen) {
    return with("first_seen", JsonValue.of(firstSeen.toString()));
  }

  public Optional<StixTimestamp> lastSeen() {
    return View.timestamp(json, "last_seen");
  }

  public Campaign withLastSeen(StixTimestamp lastSeen) {
    return with("last_seen", JsonValue.of(lastSeen.toString()));
  }

  public Optional<String> objective() {
    return View.text(json, "objective");
  }

  public Campaign withObjective(String objective) {
    return with("objective", JsonValue.of(objective));
  }

  @Override
  public Campaign with(String property, JsonValue value) {
    return new Campaign(json.with(property, value));
  }
}
