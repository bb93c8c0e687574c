package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `relationship`, section 5.1 of STIX 2.1.
public record Relationship(JsonObject json) implements RelationshipObject {

  /// New, as of now.
  public static Relationship create(
      Creation creation, String relationshipType, StixId sourceRef, StixId targetRef) {
    return new Relationship(
        creation
            .begin("relationship")
            .with("relationship_type", JsonValue.of(relationshipType))
            .with("source_ref", JsonValue.of(sourceRef.toString()))
            .with("target_ref", JsonValue.of(targetRef.toString())));
  }

  public String relationshipType() {
    return View.needed(json, "relationship_type", View.text(json, "relationship_type"));
  }

  public Relationship withRelationshipType(String relationshipType) {
    return with("relationship_type", JsonValue.of(relationshipType));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public Relationship withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  public StixId sourceRef() {
    return View.needed(json, "source_ref", View.id(json, "source_ref"));
  }

  public Relationship withSourceRef(StixId sourceRef) {
    return with("source_ref", JsonValue.of(sourceRef.toString()));
  }

  public StixId targetRef() {
    return View.needed(json, "target_ref", View.id(json, "target_ref"));
  }

  public Relationship withTargetRef(StixId targetRef) {
    return with("target_ref", JsonValue.of(targetRef.toString()));
  }

  public Optional<StixTimestamp> startTime() {
    return View.timestamp(json, "start_time");
  }

  public Relationship withStartTime(StixTimestamp startTime) {
    return with("start_time", JsonValue.of(startTime.toString()));
  }

  public Optional<StixTimestamp> stopTime() {
    return View.timestamp(json, "stop_time");
  }

  public Relationship withStopTime(StixTimestamp stopTime) {
    return with("stop_time", JsonValue.of(stopTime.toString()));
  }

  @Override
  public Relationship with(String property, JsonValue value) {
    return new Relationship(json.with(property, value));
  }
}
