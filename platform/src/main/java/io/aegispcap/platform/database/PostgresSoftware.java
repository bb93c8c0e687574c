package io.aegispcap.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs, unpacked from our jars.
///
/// @param home the folder with `bin` in it
/// @param version such as 18.6.0
record PostgresSoftware(Path home, String version) {

  /// Unpacks into a folder named for the version unless it is there. A crash leaves nothing that
  /// looks complete.
  static PostgresSoftware unpackInto(Path folder) throws IOException {
    String version = shippedVersion();
    Path home = folder.resolve("software-" + version);
    if (!Files.isDirectory(home)) {
      Path unfinished = folder.resolve("software-unfinished");
      delete(unfinished);
      unpack(unfinished);
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresSoftware(home, version);
  }

  /// The part that data directories must agree on.
  String majorVersion() {
    return version.substring(0, version.indexOf('.'));
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static String shippedVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream stated = PostgresSoftware.class.getResourceAsStream("postgres.properties")) {
      properties.load(stated);
    }
    return properties.getProperty("version");
  }

  private static void unpack(Path into) throws IOException {
    String archive = "/postgres-" + system() + "-" + processor() + ".txz";
    InputStream packed = PostgresSoftware.class.getResourceAsStream(archive);
    if (packed == null) {
      throw new StartRefusedException(
          "No PostgreSQL for this kind of machine is among our jars (wanted "
              + archive.substring(1)
              + "). Point --db-url at a PostgreSQL server.");
    }
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, into);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path into)
      throws IOException {
    Path target = entry.resolveIn(into);
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(target.getParent());
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.createDirectories(target.getParent());
      Files.copy(content, target);
      if ((entry.getMode() & 0100) != 0) {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
  }

  private static String processor() {
    String name = System.getProperty("os.arch");
    return switch (name) {
      case "amd64" -> "x86_64";
      case "aarch64" -> "arm_64";
      default -> name;
    };
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> deepestFirst;
      try (Stream<Path> tree = Files.walk(folder)) {
        deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}
