package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `sighting`, section 5.2 of STIX 2.1.
public record Sighting(JsonObject json) implements RelationshipObject {

  /// New, as of now.
  public static Sighting create(Creation creation, StixId sightingOfRef) {
    return new Sighting(
        creation.begin("sighting").with("sighting_of_ref", JsonValue.of(sightingOfRef.toString())));
  }

  public Optional<String> description() {
    return View.text(json, "description");
  }

  public Sighting withDescription(String description) {
    return with("description", JsonValue.of(description));
  }

  public Optional<StixTimestamp> firstSeen() {
    return View.timestamp(json, "first_seen");
  }

  public Sighting withFirstSeen(StixTimestamp firstSeen) {
    return with("first_seen", JsonValue.of(firstSeen.toString()));
  }

  public Optional<StixTimestamp> lastSeen() {
    return View.timestamp(json, "last_seen");
  }

  public Sighting withLastSeen(StixTimestamp lastSeen) {
    return with("last_seen", JsonValue.of(lastSeen.toString()));
  }

  public Optional<Long> count() {
    return View.whole(json, "count");
  }

  public Sighting withCount(long count) {
    return with("count", JsonValue.of(count));
  }

  public StixId sightingOfRef() {
    return View.needed(json, "sighting_of_ref", View.id(json, "sighting_of_ref"));
  }

  public Sighting withSightingOfRef(StixId sightingOfRef) {
    return with("sighting_of_ref", JsonValue.of(sightingOfRef.toString()));
  }

  public List<StixId> observedDataRefs() {
    return View.ids(json, "observed_data_refs");
  }

  public Sighting withObservedDataRefs(List<StixId> observedDataRefs) {
    return with("observed_data_refs", Encoded.ids(observedDataRefs));
  }

  public List<StixId> whereSightedRefs() {
    return View.ids(json, "where_sighted_refs");
  }

  public Sighting withWhereSightedRefs(List<StixId> whereSightedRefs) {
    return with("where_sighted_refs", Encoded.ids(whereSightedRefs));
  }

  public Optional<Boolean> summary() {
    return View.truth(json, "summary");
  }

  public Sighting withSummary(boolean summary) {
    return with("summary", JsonValue.of(summary));
  }

  @Override
  public Sighting with(String property, JsonValue value) {
    return new Sighting(json.with(property, value));
  }
}
