package io.aegispcap.extension.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.plugin.Flow;
import io.aegispcap.plugin.FlowBatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However a plugin's batches fail, each failed attempt leaves one record, and what comes after is
/// answered.
@Tag("P4")
class FailurePropertyTests {
  private static final int BATCHES = 100;
  private static final long SEED = 4;
  private static final String[] CODE = {
    "throw new IllegalStateException(\"batch \" + flow.number());",
    "Runtime.getRuntime().halt(7);",
    "throw new StackOverflowError();",
    "findings.report(Finding.of(\"other\", flow.source()).sentence(\"x\").proof(flow).build());"
  };
  private static final PluginFailure.Cause[] CAUSES = {
    PluginFailure.Cause.THREW,
    PluginFailure.Cause.CRASHED,
    PluginFailure.Cause.THREW,
    PluginFailure.Cause.THREW
  };

  @TempDir private Path folder;
  private final Trials trials = new Trials();

  /// The port says how a batch fails; 100 is well.
  private static FlowBatch batch(int number, int port) {
    return new FlowBatch(
        List.of(
            new Flow.Builder(number)
                .source("10.0.0.1", 40_000)
                .destination("192.0.2.1", port)
                .build()));
  }

  @Test
  void recordsEachFailureOnceAndGoesOn() {
    StringBuilder cases = new StringBuilder();
    for (int i = 0; i < CODE.length; i++) {
      cases.append("if (flow.destinationPort() == ").append(i).append(") { ");
      cases.append(CODE[i]).append(" }\n");
    }
    Path file =
        new PluginSources(folder)
            .detector(
                """
                @Override public void process(FlowBatch flows, Findings findings) {
                  Flow flow = flows.flows().getFirst();
                  %s
                  findings.report(finding(flow, "fine " + flow.number()));
                }
                """
                    .formatted(cases));
    Random random = new Random(SEED);
    List<PluginFailure.Cause> expected = new ArrayList<>();
    try (PluginSandbox sandbox =
        trials.sandbox(file, SandboxLimits.defaults(), "read:flows", "write:findings")) {
      for (int i = 0; i < BATCHES; i++) {
        int way = random.nextInt(10) == 0 ? random.nextInt(CODE.length) : 100;
        Answer answer = sandbox.process(batch(i, way));
        assertThat(answer.failed()).isEqualTo(way < 100);
        if (way < 100) {
          expected.addAll(List.of(CAUSES[way], CAUSES[way])); // asked once more
        } else {
          assertThat(answer.messages()).hasSize(1);
        }
      }
    }
    assertThat(expected).hasSizeGreaterThanOrEqualTo(8);
    assertThat(trials.failures.stream().map(PluginFailure::cause).toList()).isEqualTo(expected);
    assertThat(trials.failures)
        .allSatisfy(
            failure -> {
              assertThat(failure.plugin()).isEqualTo("test/trial");
              assertThat(failure.version()).isEqualTo("1.0.0");
              assertThat(failure.message()).isNotBlank().doesNotContain("\n");
              assertThat(failure.batch()).isBetween(1L, (long) BATCHES);
            });
  }
}
