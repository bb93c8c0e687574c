package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;

/// An extension that the specification defines.
public interface PredefinedExtension {
  JsonObject json();

  /// Under which it stands among the extensions of an object.
  String key();
}
