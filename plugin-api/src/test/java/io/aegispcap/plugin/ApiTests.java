package io.aegispcap.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What plugins were compiled against stays there. `api/released.txt` holds the signatures of the
/// last release, and `api/breaks.txt` those that were broken since, on purpose and with a new major
/// version (below 1.0: minor). `-Dapi.release` at a release writes the first anew and empties the
/// second.
class ApiTests {
  private static final Path FOLDER =
      Path.of(System.getProperty("aegis.root"), "plugin-api/src/test/api");

  /// Interfaces that plugins implement: a method that is new there, and has no body, breaks them.
  private static final Set<String> IMPLEMENTED =
      Set.of("Plugin", "Analyzer", "Detector", "Integration", "Visualization");

  private static Set<String> present() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Plugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path folder = classes.resolve("io/aegispcap/plugin");
    Set<String> signatures = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        if (!name.equals("package-info")) {
          signatures.addAll(Signatures.of("io.aegispcap.plugin." + name));
        }
      }
    }
    return signatures;
  }

  private static Set<String> lines(String file) throws IOException {
    return new TreeSet<>(
        Files.readAllLines(FOLDER.resolve(file)).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList());
  }

  @Test
  void keepsWhatPluginsWereCompiledAgainst() throws IOException, URISyntaxException {
    Set<String> present = present();
    if (System.getProperty("api.release") != null) {
      Files.createDirectories(FOLDER);
      Files.write(FOLDER.resolve("released.txt"), present);
      Files.writeString(
          FOLDER.resolve("breaks.txt"),
          "# Signatures that the API had at the last release and has no more, or that plugins have to"
              + " implement anew.\n");
      return;
    }
    Set<String> released = lines("released.txt");
    List<String> breaks = new ArrayList<>(released);
    breaks.removeAll(present);
    for (String signature : present) {
      boolean toImplement =
          IMPLEMENTED.stream()
              .anyMatch(name -> signature.startsWith("io.aegispcap.plugin." + name + " abstract "));
      if (toImplement && !released.contains(signature)) {
        breaks.add(signature);
      }
    }
    assertThat(new TreeSet<>(breaks))
        .as("breaks of the plugin API; list them in %s if they are meant", FOLDER)
        .isEqualTo(lines("breaks.txt"));
  }

  @Test
  void seesEveryKindOfSignature() {
    assertThat(Signatures.of(Detector.class.getName()))
        .anyMatch(line -> line.contains(" abstract void process("));
    assertThat(Signatures.of(Plugin.class.getName()))
        .anyMatch(line -> line.contains("void cleanup()"))
        .noneMatch(line -> line.contains("abstract void cleanup()"))
        .anyMatch(line -> line.contains("permits"));
    assertThat(Signatures.of(PluginMetadata.class.getName()))
        .anyMatch(line -> line.contains("record PluginMetadata"))
        .anyMatch(line -> line.contains("<init>("));
    assertThat(Signatures.of(Severity.class.getName())).anyMatch(line -> line.endsWith(" HIGH"));
  }
}
