package io.aegispcap.platform.access;

/// A person deleted their account. Modules that keep something of theirs listen for it: what others
/// need stays under no name, the rest goes.
public record PersonLeft(PersonId person) {}
