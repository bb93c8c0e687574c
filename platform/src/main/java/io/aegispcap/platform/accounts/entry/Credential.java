package io.aegispcap.platform.accounts.entry;

import io.aegispcap.platform.access.PersonId;
import java.util.Optional;

/// What somebody has to show to enter.
///
/// @param password hashed; empty when they have none
/// @param locked whether they may not enter at all
/// @param secondFactor whether a code is needed too
public record Credential(
    PersonId person,
    String name,
    Optional<String> password,
    boolean locked,
    boolean secondFactor) {}
