package io.aegispcap.platform.accounts.entry;

import java.time.Instant;
import java.util.UUID;

/// A browser that somebody is signed in at.
///
/// @param current whether it is the one that asks
public record Session(UUID id, Instant started, Instant lastUsed, Origin origin, boolean current) {}
