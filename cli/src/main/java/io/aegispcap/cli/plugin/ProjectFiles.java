package io.aegispcap.cli.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a new project: files from a template, the wrapper that finds JDK and Maven, and a small
/// repository with the artifacts of ours that it is compiled and tested against.
final class ProjectFiles {
  private static final String START = "=== ";
  private static final Pattern VALUE = Pattern.compile("@([A-Z]+)@");
  private static final String WRAPPER = "wrapper/";
  private static final List<String> WRAPPER_FILES =
      List.of("mvnw", ".mvn/find-jdk.sh", ".mvn/wrapper/maven-wrapper.properties");

  /// Ours, by a class of each.
  private static final Map<String, String> ARTIFACTS =
      Map.of(
          "aegispcap-plugin-api", "io/aegispcap/plugin/Plugin.class",
          "aegispcap-testkit", "io/aegispcap/testkit/plugin/PluginTrial.class");

  private final String template;
  private final Map<String, String> values;
  private final Path folder;
  private final String version;

  /// @param template files one after the other, each after a line with three equal signs and its
  ///   path
  /// @param values for names between at signs, in paths too
  /// @param version of the plugin API
  ProjectFiles(String template, Map<String, String> values, Path folder, String version) {
    this.template = template;
    this.values = values;
    this.folder = folder;
    this.version = version;
  }

  void write() throws IOException {
    for (String part : template.split("(?m)^" + START)) {
      int end = part.indexOf('\n');
      if (end > 0) {
        Path file = folder.resolve(filled(part.substring(0, end).strip()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, filled(part.substring(end + 1)));
      }
    }
    for (String name : WRAPPER_FILES) {
      copy(name);
    }
    if (!folder.resolve("mvnw").toFile().setExecutable(true)) {
      throw new IOException(folder + "/mvnw can't be made executable");
    }
    for (Map.Entry<String, String> artifact : ARTIFACTS.entrySet()) {
      artifact(artifact.getKey(), artifact.getValue());
    }
  }

  private String filled(String text) {
    return VALUE
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }

  private void copy(String name) throws IOException {
    try (InputStream in = ProjectFiles.class.getResourceAsStream(WRAPPER + name)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + name);
      }
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.copy(in, file);
    }
  }

  private void artifact(String name, String type) throws IOException {
    Path place = folder.resolve("repository/io/aegispcap").resolve(name).resolve(version);
    Files.createDirectories(place);
    String stem = name + "-" + version;
    Path from = origin(type);
    Path jar = place.resolve(stem + ".jar");
    if (Files.isDirectory(from)) {
      zip(from, jar);
    } else {
      Files.copy(from, jar);
    }
    Files.writeString(
        place.resolve(stem + ".pom"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>io.aegispcap</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
        </project>
        """
            .formatted(name, version));
  }

  /// The jar or folder that a class comes from.
  private static Path origin(String type) throws IOException {
    URL url = ProjectFiles.class.getClassLoader().getResource(type);
    if (url == null) {
      throw new IllegalStateException("the class path lacks " + type);
    }
    String place = url.toString().replaceFirst("^jar:", "");
    int end = place.endsWith("!/" + type) ? type.length() + 2 : type.length();
    try {
      return Path.of(new URI(place.substring(0, place.length() - end)));
    } catch (URISyntaxException e) {
      throw new IOException(url + " is no file", e);
    }
  }

  private static void zip(Path classes, Path jar) throws IOException {
    try (Stream<Path> walk = Files.walk(classes);
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, zip);
      }
    }
  }
}
