package io.aegispcap.cli.plugin;

import io.aegispcap.extension.pack.ExtensionPackage;
import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.pack.PackageBuilder;
import io.aegispcap.extension.pack.PackageWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a command is about: a package, or a project that is packed for the occasion.
final class Target implements AutoCloseable {
  private final ExtensionPackage extension;
  private final Optional<Path> made;

  private Target(ExtensionPackage extension, Optional<Path> made) {
    this.extension = extension;
    this.made = made;
  }

  /// @throws IOException when it can't be read, or is none; says all that is wrong
  static Target open(Path place) throws IOException {
    try {
      if (!Files.isDirectory(place)) {
        return new Target(ExtensionPackage.open(place), Optional.empty());
      }
      Path file = Files.createTempFile("aegis-plugin", ".aegisx");
      try {
        PackageWriter.write(PackageBuilder.of(place), file);
        return new Target(ExtensionPackage.open(file), Optional.of(file));
      } catch (IOException | InvalidPackageException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (InvalidPackageException e) {
      throw new IOException(text(place, e.faults()), e);
    }
  }

  static String text(Path place, List<String> faults) {
    return place + " is no plugin package:\n  " + String.join("\n  ", faults);
  }

  ExtensionPackage extension() {
    return extension;
  }

  @Override
  public void close() throws IOException {
    if (made.isPresent()) {
      Files.deleteIfExists(made.get());
    }
  }
}
