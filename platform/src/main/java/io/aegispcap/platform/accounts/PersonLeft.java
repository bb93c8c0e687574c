package io.aegispcap.platform.accounts;

import io.aegispcap.platform.access.PersonId;

/// A person deleted their account. What they wrote stays, under no name.
public record PersonLeft(PersonId person) {}
