package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;

/// An object of a type that the specification doesn't know.
public record CustomObject(JsonObject json) implements StixObject {}
