package io.aegispcap.platform.audit;

import io.aegispcap.platform.access.PersonId;
import java.time.Instant;
import java.util.Optional;

/// One thing that was done.
///
/// @param seq its place, from 1, without gaps
/// @param at when, to the microsecond
/// @param person by whom; empty for a visitor and for the platform itself
/// @param address from where; empty for the platform itself
/// @param action what, as `noun.verb`
/// @param target on what
/// @param detail what else matters, as a JSON object
public record AuditEntry(
    long seq,
    Instant at,
    Optional<PersonId> person,
    String address,
    String action,
    String target,
    String detail) {}
