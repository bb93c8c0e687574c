package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.MalformedJsonException;
import java.util.Optional;

/// A STIX object: a record over its JSON, which it keeps as it is, with names for what the
/// specification names. Reading does not check: what a required property lacks shows when it is
/// asked for, and a validator says it of all at once.
public sealed interface StixObject permits CommonProperties, CyberObservable, CustomObject, Bundle {

  JsonObject json();

  default String type() {
    return View.needed(json(), "type", View.text(json(), "type"));
  }

  default StixId id() {
    return View.needed(json(), "id", View.id(json(), "id"));
  }

  default Optional<String> specVersion() {
    return View.text(json(), "spec_version");
  }

  /// As JSON, members in their order.
  default String toJson() {
    return json().toJson();
  }

  static StixObject parse(String json) throws MalformedJsonException {
    return of(JsonReader.parseObject(json));
  }

  /// As the record of its type; as a custom object when the specification has no such type.
  static StixObject of(JsonObject json) {
    return switch (json.text("type").orElse("")) {
      case "attack-pattern" -> new AttackPattern(json);
      case "campaign" -> new Campaign(json);
      case "course-of-action" -> new CourseOfAction(json);
      case "grouping" -> new Grouping(json);
      case "identity" -> new Identity(json);
      case "incident" -> new Incident(json);
      case "indicator" -> new Indicator(json);
      case "infrastructure" -> new Infrastructure(json);
      case "intrusion-set" -> new IntrusionSet(json);
      case "location" -> new Location(json);
      case "malware" -> new Malware(json);
      case "malware-analysis" -> new MalwareAnalysis(json);
      case "note" -> new Note(json);
      case "observed-data" -> new ObservedData(json);
      case "opinion" -> new Opinion(json);
      case "report" -> new Report(json);
      case "threat-actor" -> new ThreatActor(json);
      case "tool" -> new Tool(json);
      case "vulnerability" -> new Vulnerability(json);
      case "relationship" -> new Relationship(json);
      case "sighting" -> new Sighting(json);
      case "artifact" -> new Artifact(json);
      case "autonomous-system" -> new AutonomousSystem(json);
      case "directory" -> new Directory(json);
      case "domain-name" -> new DomainName(json);
      case "email-addr" -> new EmailAddr(json);
      case "email-message" -> new EmailMessage(json);
      case "file" -> new File(json);
      case "ipv4-addr" -> new Ipv4Addr(json);
      case "ipv6-addr" -> new Ipv6Addr(json);
      case "mac-addr" -> new MacAddr(json);
      case "mutex" -> new Mutex(json);
      case "network-traffic" -> new NetworkTraffic(json);
      case "process" -> new ProcessObject(json);
      case "software" -> new Software(json);
      case "url" -> new Url(json);
      case "user-account" -> new UserAccount(json);
      case "windows-registry-key" -> new WindowsRegistryKey(json);
      case "x509-certificate" -> new X509Certificate(json);
      case "language-content" -> new LanguageContent(json);
      case "marking-definition" -> new MarkingDefinition(json);
      case "extension-definition" -> new ExtensionDefinition(json);
      case "bundle" -> new Bundle(json);
      default -> new CustomObject(json);
    };
  }
}
