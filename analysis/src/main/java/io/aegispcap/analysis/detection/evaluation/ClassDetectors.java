package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.Alert;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which detectors speak of which class: a capture of a class is found when an alert of one of them
/// names it.
public final class ClassDetectors {
  private static final Map<String, Set<String>> TABLE =
      Map.of(
          "scan",
          Set.of(
              "port-scan",
              "host-sweep",
              "ping-sweep",
              "arp-sweep",
              "slow-scan",
              "stealth-scan",
              "service-probe",
              "scanner-name"),
          "dos",
          Set.of("syn-flood", "packet-flood", "reflection", "ntp-monlist", "held-requests"),
          "bruteforce",
          Set.of("brute-force", "telnet-spread", "radius-spraying"),
          "dns_tunnel",
          Set.of("dns-tunnel"),
          "c2",
          Set.of(
              "beaconing",
              "http-polling",
              "tls-control",
              "icmp-tunnel",
              "irc-control",
              "open-shell",
              "long-connection",
              "remote-control-certificate",
              "certificate-faults",
              "disguised-download",
              "generated-names",
              "exfiltration",
              "workstation-mail"),
          "web_attack",
          Set.of("web-attack", "web-shell", "web-path-search", "scanner-name", "java-reference"),
          "control",
          Set.of(
              "control-writer",
              "control-command-stop",
              "control-command-restart",
              "control-command-program",
              "control-command-upload",
              "control-command-silence",
              "control-discovery"),
          "exploit",
          Set.of("zerologon", "authentication-coercion", "smb-exploit", "java-reference"),
          "lateral",
          Set.of(
              "remote-service",
              "remote-task",
              "remote-wmi",
              "remote-object",
              "remote-shell",
              "admin-share-copy",
              "policy-write",
              "account-discovery",
              "password-spraying",
              "kerberos-downgrade",
              "no-pre-authentication",
              "directory-replication",
              "stored-secrets",
              "ntlm-relay",
              "name-poisoning",
              "arp-spoofing",
              "neighbour-spoofing",
              "rogue-address-server",
              "authentication-coercion",
              "zerologon",
              "smb-exploit",
              "java-reference"));

  private ClassDetectors() {}

  /// Detector ids of a class, sorted; none when nothing detects it.
  public static List<String> of(String label) {
    return TABLE.getOrDefault(label, Set.of()).stream().sorted().toList();
  }

  static boolean speaksOf(Alert alert, String label) {
    return TABLE.getOrDefault(label, Set.of()).contains(alert.detector().id());
  }

  /// All classes and their detectors, by name.
  public static Map<String, List<String>> table() {
    Map<String, List<String>> sorted = new TreeMap<>();
    TABLE.keySet().forEach(label -> sorted.put(label, of(label)));
    return sorted;
  }
}
