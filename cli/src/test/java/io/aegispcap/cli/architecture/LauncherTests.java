package io.aegispcap.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shell scripts in front of Java.
@Tag("architecture")
class LauncherTests {

  private static final String PRINT_JDK = ". .mvn/find-jdk.sh && printf %s \"$JAVA_HOME\"";

  private final Repository repository = Repository.here();

  @TempDir private Path folder;

  @BeforeEach
  void needsAShell() {
    assumeThat(Path.of("/bin/sh")).as("a POSIX shell").exists();
  }

  @Test
  void takesAJavaHomeThatIs25() throws IOException, InterruptedException {
    Path jdk = jdk("25.0.3");
    assertThat(sh(PRINT_JDK, Map.of("JAVA_HOME", jdk.toString()))).isEqualTo(jdk.toString());
  }

  @Test
  void passesOverAJavaHomeOfAnotherVersion() throws IOException, InterruptedException {
    Path old = jdk("17.0.15");
    Path sdkman = folder.resolve("sdkman");
    Files.createDirectories(sdkman.resolve("candidates/java"));
    Files.move(jdk("25"), sdkman.resolve("candidates/java/25-tem"));
    assertThat(sh(PRINT_JDK, Map.of("JAVA_HOME", old.toString(), "SDKMAN_DIR", sdkman.toString())))
        .isNotEmpty()
        .isNotEqualTo(old.toString());
  }

  @Test
  void takesNoLaterVersionForA25() throws IOException, InterruptedException {
    Path later = jdk("250.1");
    assertThat(sh(PRINT_JDK, Map.of("JAVA_HOME", later.toString()))).isNotEqualTo(later.toString());
  }

  @Test
  void scriptsParse() throws IOException, InterruptedException {
    assertThat(sh("sh -n aegis && sh -n mvnw && sh -n .mvn/find-jdk.sh && echo fine", Map.of()))
        .isEqualTo("fine\n");
  }

  /// What of a JDK the search looks at.
  private Path jdk(String version) throws IOException {
    Path jdk = folder.resolve("jdk-" + version);
    Path javac = jdk.resolve("bin/javac");
    Files.createDirectories(javac.getParent());
    Files.writeString(javac, "#!/bin/sh\n");
    assertThat(javac.toFile().setExecutable(true)).isTrue();
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private String sh(String script, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder shell =
        new ProcessBuilder("/bin/sh", "-euc", script)
            .directory(repository.root().toFile())
            .redirectErrorStream(true);
    shell.environment().putAll(environment);
    Process process = shell.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
