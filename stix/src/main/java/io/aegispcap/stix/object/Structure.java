package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;

/// A value with properties of its own, inside an object.
public interface Structure {
  JsonObject json();
}
