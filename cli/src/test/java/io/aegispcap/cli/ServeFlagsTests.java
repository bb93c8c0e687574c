package io.aegispcap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The reference of settings names the flags that there are.
class ServeFlagsTests {
  private static final Set<String> NO_SETTINGS = Set.of("--help", "--version", "--config");

  @Test
  void areThoseOfTheReference() throws IOException {
    Path page = Path.of(System.getProperty("aegis.root"), "docs", "reference", "configuration.md");
    Set<String> documented = new TreeSet<>();
    for (String line : Files.readAllLines(page)) {
      List<String> cells = Arrays.asList(line.split("\\|"));
      if (line.startsWith("| `") && cells.get(2).contains("--")) {
        documented.add(cells.get(2).replace("`", "").strip().split(" ")[0]);
      }
    }
    Set<String> flags = new TreeSet<>();
    for (OptionSpec option : new CommandLine(new ServeCommand()).getCommandSpec().options()) {
      flags.add(option.longestName());
    }
    flags.removeAll(NO_SETTINGS);
    assertThat(documented).isEqualTo(flags);
  }
}
