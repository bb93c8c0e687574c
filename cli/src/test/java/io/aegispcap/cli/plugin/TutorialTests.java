package io.aegispcap.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tutorial does what it says.
class TutorialTests {
  private static final Pattern BLOCK = Pattern.compile("(?s)```(sh|text)\n(.*?)```");
  private static final Path ROOT = Path.of(System.getProperty("aegis.root"));

  @TempDir private Path folder;

  @Test
  void writesADetector() throws IOException, InterruptedException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path aegis = bin.resolve("aegis");
    Files.writeString(aegis, launcher());
    assertThat(aegis.toFile().setExecutable(true)).isTrue();
    Files.createSymbolicLink(folder.resolve("samples"), ROOT.resolve("samples"));

    String page = Files.readString(ROOT.resolve("docs/tutorials/write-a-detector.md"));
    String said = "";
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      if (block.group(1).equals("sh")) {
        said = run(bin, block.group(2));
      } else {
        assertThat(said).contains(block.group(2).lines().toArray(String[]::new));
      }
    }
  }

  private static String launcher() {
    return "#!/bin/sh\nexec '%s/bin/java' --enable-native-access=ALL-UNNAMED -cp '%s' io.aegispcap.cli.Aegis \"$@\"\n"
        .formatted(System.getProperty("java.home"), System.getProperty("java.class.path"));
  }

  private String run(Path bin, String commands) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of("sh", "-e", "-c", commands))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(commands + said).isZero();
    return said;
  }
}
