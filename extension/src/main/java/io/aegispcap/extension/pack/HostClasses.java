package io.aegispcap.extension.pack;

import io.aegispcap.plugin.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Class files that a plugin meets in its process: those of the plugin API and of `java.base`.
final class HostClasses {
  static final String API = "io/aegispcap/plugin/";

  private final Map<String, Optional<ClassFacts>> known = new HashMap<>();

  /// @param name such as `java/util/List`
  /// @return empty when there is no such class
  Optional<ClassFacts> find(String name) {
    return known.computeIfAbsent(name, HostClasses::read);
  }

  private static Optional<ClassFacts> read(String name) {
    if (!name.matches("[A-Za-z_$][A-Za-z0-9_$/]*")) {
      return Optional.empty();
    }
    Module module = (name.startsWith(API) ? Plugin.class : Object.class).getModule();
    String path = name + ".class";
    try (InputStream in = module.getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(ClassFileReader.read(path, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidPackageException e) {
      throw new IllegalStateException("a class of the host's own", e);
    }
  }
}
