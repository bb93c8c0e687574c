package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What all objects but observables have in common, section 3.2.
public sealed interface CommonProperties extends StixObject
    permits DomainObject, RelationshipObject, MetaObject {

  default Optional<StixId> createdByRef() {
    return View.id(json(), "created_by_ref");
  }

  default StixTimestamp created() {
    return View.needed(json(), "created", View.timestamp(json(), "created"));
  }

  /// Of marking definitions, which have no versions, the time of their creation.
  default StixTimestamp modified() {
    return View.timestamp(json(), "modified").orElseGet(this::created);
  }

  default boolean revoked() {
    return View.truth(json(), "revoked").orElse(false);
  }

  default List<String> labels() {
    return View.texts(json(), "labels");
  }

  /// From 0 to 100.
  default Optional<Long> confidence() {
    return View.whole(json(), "confidence");
  }

  default Optional<String> lang() {
    return View.text(json(), "lang");
  }

  default List<ExternalReference> externalReferences() {
    return View.structures(json(), "external_references", ExternalReference::new);
  }

  default List<StixId> objectMarkingRefs() {
    return View.ids(json(), "object_marking_refs");
  }

  default List<GranularMarking> granularMarkings() {
    return View.structures(json(), "granular_markings", GranularMarking::new);
  }

  /// All extensions by their names.
  default Map<String, JsonObject> extensions() {
    return View.objects(json(), "extensions");
  }
}
