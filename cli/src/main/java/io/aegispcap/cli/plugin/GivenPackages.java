package io.aegispcap.cli.plugin;

import io.aegispcap.extension.pack.ExtensionPackage;
import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.pack.Manifest;
import io.aegispcap.extension.resolve.VersionRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Packages given on the command line, in which plugins find what they need of each other.
final class GivenPackages {
  private final Map<String, ExtensionPackage> byId = new LinkedHashMap<>();

  /// @throws IOException when one is no package; says all that is wrong
  static GivenPackages open(List<Path> files) throws IOException {
    GivenPackages given = new GivenPackages();
    for (Path file : files) {
      try {
        given.add(ExtensionPackage.open(file));
      } catch (InvalidPackageException e) {
        throw new IOException(Target.text(file, e.faults()), e);
      }
    }
    return given;
  }

  /// @throws IOException when there is a package of that name
  void add(ExtensionPackage extension) throws IOException {
    ExtensionPackage other = byId.putIfAbsent(extension.manifest().id(), extension);
    if (other != null) {
      throw new IOException(
          "%s and %s are both packages of %s: give one of them"
              .formatted(other.file(), extension.file(), extension.manifest().id()));
    }
  }

  List<ExtensionPackage> all() {
    return List.copyOf(byId.values());
  }

  /// Files that a plugin is started with: its own, then those of what it needs, directly or not.
  ///
  /// @throws IOException when one that it needs was not given, or in another version
  List<Path> files(ExtensionPackage plugin) throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    require(plugin, files);
    return new ArrayList<>(files.values());
  }

  private void require(ExtensionPackage plugin, Map<String, Path> files) throws IOException {
    Manifest manifest = plugin.manifest();
    if (files.putIfAbsent(manifest.id(), plugin.file()) != null) {
      return;
    }
    for (Map.Entry<String, String> need : manifest.dependencies().entrySet()) {
      Optional<ExtensionPackage> other = Optional.ofNullable(byId.get(need.getKey()));
      if (other.isEmpty() || !admits(need.getValue(), other.get())) {
        throw new IOException(
            "%s needs %s %s, %s: give such a package too"
                .formatted(
                    manifest.id(),
                    need.getKey(),
                    need.getValue(),
                    other
                        .map(it -> "and what was given is " + it.manifest().version())
                        .orElse("which was not given")));
      }
      require(other.get(), files);
    }
  }

  private static boolean admits(String range, ExtensionPackage other) {
    return VersionRange.of(range).filter(it -> it.admits(other.manifest().version())).isPresent();
  }
}
