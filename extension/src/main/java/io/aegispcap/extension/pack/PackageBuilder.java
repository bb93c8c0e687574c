package io.aegispcap.extension.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Collects the files of a package from its author's project: manifest, README and licence from its
/// folder, code from the jar, or the class files, that its build made.
public final class PackageBuilder {
  private static final List<String> LICENSE_NAMES = List.of("LICENSE", "LICENSE.txt", "LICENSE.md");
  private static final Pattern OTHER_JARS = Pattern.compile(".*-(sources|javadoc|tests)\\.jar");

  /// What builds leave in jars, differently each time, or for others than us.
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "META-INF/(MANIFEST\\.MF|INDEX\\.LIST|maven/.*|[^/]*\\.(SF|RSA|DSA|EC))|.*module-info\\.class");

  private PackageBuilder() {}

  /// Collects.
  ///
  /// @param project folder with `aegis-plugin.json`
  /// @return contents by path, ready to be written; with a list of components when the project has
  ///   none of its own
  /// @throws IOException when a file can't be read
  /// @throws InvalidPackageException when something is missing or wrong; says what, and what to do
  public static Map<String, byte[]> of(Path project) throws IOException, InvalidPackageException {
    if (!Files.isDirectory(project)) {
      throw new NotDirectoryException(project.toString());
    }
    Map<String, byte[]> files = new TreeMap<>();
    texts(project, files);
    Manifest manifest = ManifestReader.read(Objects.requireNonNull(files.get(Manifest.FILE)));
    Path target = project.resolve("target");
    List<Path> jars = jars(target);
    if (jars.size() > 1) {
      throw new InvalidPackageException(
          "target holds several jars, "
              + jars.stream().map(jar -> jar.getFileName().toString()).toList()
              + ": clean, and build again");
    }
    if (jars.isEmpty()) {
      classes(target.resolve("classes"), files);
    } else {
      jar(jars.getFirst(), files);
    }
    Path sbom = project.resolve(ContentsCheck.SBOM);
    files.put(ContentsCheck.SBOM, Files.exists(sbom) ? bounded(sbom) : Sbom.of(manifest, files));
    List<String> faults = PackageWriter.faults(files);
    if (!faults.isEmpty()) {
      throw new InvalidPackageException(faults);
    }
    return files;
  }

  private static void texts(Path project, Map<String, byte[]> files)
      throws IOException, InvalidPackageException {
    List<String> missing = new ArrayList<>();
    put(project, List.of(Manifest.FILE), files, missing);
    put(project, List.of(ContentsCheck.README), files, missing);
    put(project, LICENSE_NAMES, files, missing);
    if (!missing.isEmpty()) {
      throw new InvalidPackageException(missing);
    }
  }

  /// Puts the first of these that is there under the first of the names.
  private static void put(
      Path project, List<String> names, Map<String, byte[]> files, List<String> missing)
      throws IOException, InvalidPackageException {
    for (String name : names) {
      if (Files.isRegularFile(project.resolve(name))) {
        files.put(names.getFirst(), bounded(project.resolve(name)));
        return;
      }
    }
    missing.add("there is no " + names.getFirst() + " in " + project);
  }

  private static List<Path> jars(Path target) throws IOException {
    if (!Files.isDirectory(target)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(target)) {
      return found
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .filter(file -> !OTHER_JARS.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  private static void classes(Path folder, Map<String, byte[]> files)
      throws IOException, InvalidPackageException {
    if (!Files.isDirectory(folder)) {
      throw new InvalidPackageException(
          "there is neither a jar in target nor target/classes: build the project first");
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!LEFT_OUT.matcher(name).matches()) {
          files.put(PackageCode.FOLDER + name, bounded(file));
        }
      }
    }
  }

  private static void jar(Path file, Map<String, byte[]> files)
      throws IOException, InvalidPackageException {
    try (ZipFile jar = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        if (!entry.isDirectory() && !LEFT_OUT.matcher(entry.getName()).matches()) {
          try (InputStream in = jar.getInputStream(entry)) {
            files.put(PackageCode.FOLDER + entry.getName(), bounded(in, entry.getName()));
          }
        }
      }
    } catch (ZipException e) {
      throw new InvalidPackageException(file + " is no jar: " + e.getMessage());
    }
  }

  private static byte[] bounded(Path file) throws IOException, InvalidPackageException {
    try (InputStream in = Files.newInputStream(file)) {
      return bounded(in, file.toString());
    }
  }

  private static byte[] bounded(InputStream in, String name)
      throws IOException, InvalidPackageException {
    byte[] content = in.readNBytes(PackageLimits.ENTRY + 1);
    if (content.length > PackageLimits.ENTRY) {
      throw new InvalidPackageException(
          "%s has more than %d bytes".formatted(name, PackageLimits.ENTRY));
    }
    return content;
  }
}
