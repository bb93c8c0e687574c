package io.aegispcap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformancePageTests {
  @TempDir Path folder;

  @BeforeEach
  void measured() throws IOException {
    Files.writeString(
        folder.resolve("runs.tsv"),
        """
        1x\tours\tok\t1.00\t1.5\t0.5\t1024\t5000000
        1x\tsoftflowd\tok\t2.00\t1.5\t0.5\t2048\t0
        1x\tours\tok\t3.00\t1.5\t0.5\t4096\t5000000
        1x\tabsent\tmissing
        1x\tours\tok\t1.20\t1.5\t0.5\t1024\t5000000
        1x\tflaky\tok\t1.20\t1.5\t0.5\t1024\t0
        1x\tflaky\tfailed with exit status 1\t0.1\t0\t0\t9\t0
        """);
    Files.writeString(folder.resolve("machine.tsv"), "CPU\t2 cores\n");
    Files.writeString(
        folder.resolve("commands.tsv"),
        "ours\tours FILE\nsoftflowd\tsoftflowd FILE\nabsent\tabsent FILE\nflaky\tflaky FILE\n");
    Files.writeString(folder.resolve("1x.facts"), "packets\t1200000\nbytes\t9\n");
  }

  @Test
  void summarisesAllRunsOfAProgram() throws IOException {
    RunSummary ours = BenchResults.read(folder).summary("1x", "ours").orElseThrow();
    assertThat(ours.median()).isEqualTo(1.2);
    assertThat(ours.fastest()).isEqualTo(1.0);
    assertThat(ours.slowest()).isEqualTo(3.0);
    assertThat(ours.residentMib()).isEqualTo(4.0);
  }

  @Test
  void givesNoFiguresForAProgramThatFailedOnce() throws IOException {
    BenchResults results = BenchResults.read(folder);
    assertThat(results.summary("1x", "flaky")).isEmpty();
    assertThat(results.failure("1x", "flaky")).hasValue("failed with exit status 1");
    assertThat(results.failure("1x", "absent")).hasValue("missing");
  }

  @Test
  void writesRatioAndRate() throws IOException {
    assertThat(PerformancePage.of(folder))
        .contains("| ours | 3 | 1.20 | 1.00 | 3.00 | 0.60 | 1000000 | 2.00 | 4 | 5.0 |")
        .contains("| absent | missing |");
  }
}
