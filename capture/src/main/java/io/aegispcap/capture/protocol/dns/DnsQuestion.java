package io.aegispcap.capture.protocol.dns;

/// A question that waits for its answer; its parts are those of [DnsExchange].
///
/// @param length bytes of its message; 0 when it is known from its answer alone
record DnsQuestion(
    long frameId,
    long timestamp,
    int id,
    String name,
    String type,
    String recordClass,
    int length) {}
