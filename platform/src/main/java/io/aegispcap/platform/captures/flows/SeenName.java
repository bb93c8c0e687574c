package io.aegispcap.platform.captures.flows;

import java.time.Instant;

/// A name that was asked for or spoken to.
///
/// @param how such as `dns` or `tls`
/// @param field that filters for it
/// @param flows that have it
/// @param hosts that opened them
public record SeenName(
    String name, String how, String field, long flows, long hosts, Instant first, Instant last) {}
