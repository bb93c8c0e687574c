package io.aegispcap.analysis.detection;

/// A technique of MITRE ATT&CK: Enterprise v17, or, where the number begins with 0, ICS v17.
///
/// @param id such as `T1046`
/// @param name such as `Network Service Discovery`
/// @param tactic such as `Discovery`
public record Technique(String id, String name, String tactic) {}
