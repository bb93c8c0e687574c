package io.aegispcap.capture.protocol.dns;

/// One record of an answer (RFC 1035 4.1.3).
///
/// @param name owner, spelled as [DnsExchange#name]
/// @param type IANA name of the record type, or `TYPE` and its number
/// @param ttl seconds, 0 to 4,294,967,295
/// @param data what it says: an address, a name, text; hexadecimal for types not known here. At
///   most 512 characters of text or hexadecimal are kept
public record DnsAnswer(String name, String type, long ttl, String data) {}
