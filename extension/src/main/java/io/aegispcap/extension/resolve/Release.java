package io.aegispcap.extension.resolve;

import java.util.Map;
import java.util.TreeMap;

/// A version of a package that can be had.
///
/// @param version semantic version
/// @param api versions of the plugin API that it works with, as a range
/// @param dependencies ranges of versions of other packages, by their ids
public record Release(String version, String api, Map<String, String> dependencies) {
  /// @throws IllegalArgumentException when a version or range is none
  public Release {
    VersionRange.version(version);
    VersionRange.required(api);
    dependencies.values().forEach(VersionRange::required);
    dependencies = Map.copyOf(new TreeMap<>(dependencies));
  }
}
