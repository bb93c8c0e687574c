package io.aegispcap.analysis.report;

/// How much of the traffic is one protocol.
///
/// @param name transport as IANA's keyword in lower case, or application as ECS `network.protocol`;
///   empty for flows whose application was not recognised
/// @param bytes of IP packets, headers included
public record ProtocolCount(String name, long flows, long packets, long bytes) {}
