package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonValue;

/// A STIX Domain Object.
public sealed interface DomainObject extends CommonProperties
    permits AttackPattern,
        Campaign,
        CourseOfAction,
        Grouping,
        Identity,
        Incident,
        Indicator,
        Infrastructure,
        IntrusionSet,
        Location,
        Malware,
        MalwareAnalysis,
        Note,
        ObservedData,
        Opinion,
        Report,
        ThreatActor,
        Tool,
        Vulnerability {

  /// The same with one property set, whatever it is.
  DomainObject with(String property, JsonValue value);
}
