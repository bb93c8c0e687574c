package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A STIX Cyber-observable Object. Whatever is set, its identifier follows from what it says.
public sealed interface CyberObservable extends StixObject
    permits Artifact,
        AutonomousSystem,
        Directory,
        DomainName,
        EmailAddr,
        EmailMessage,
        File,
        Ipv4Addr,
        Ipv6Addr,
        MacAddr,
        Mutex,
        NetworkTraffic,
        ProcessObject,
        Software,
        Url,
        UserAccount,
        WindowsRegistryKey,
        X509Certificate {

  /// The same with one property set, whatever it is.
  CyberObservable with(String property, JsonValue value);

  default List<StixId> objectMarkingRefs() {
    return View.ids(json(), "object_marking_refs");
  }

  default List<GranularMarking> granularMarkings() {
    return View.structures(json(), "granular_markings", GranularMarking::new);
  }

  default Optional<Boolean> defanged() {
    return View.truth(json(), "defanged");
  }

  /// All extensions by their names, predefined ones and others.
  default Map<String, JsonObject> extensions() {
    return View.objects(json(), "extensions");
  }
}
