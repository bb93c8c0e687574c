package io.aegispcap.extension.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.cage.wire.ToHost;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTests {
  @TempDir private Path folder;
  private final Trials trials = new Trials();

  @Test
  void runsAPluginThatKeepsStateBetweenBatches() {
    Path file =
        new PluginSources(folder)
            .detector(
                """
                private int seen;
                private Flow last;
                @Override public void process(FlowBatch flows, Findings findings) {
                  seen += flows.size();
                  last = flows.flows().getLast();
                }
                @Override public void endOfCapture(Findings findings) {
                  findings.report(finding(last, "saw " + seen + " flows"));
                }
                """);
    try (PluginSandbox sandbox =
        trials.sandbox(file, SandboxLimits.defaults(), "read:flows", "write:findings")) {
      assertThat(sandbox.process(Trials.flows(1000)).failed())
          .as(trials.failures::toString)
          .isFalse();
      assertThat(sandbox.process(Trials.flows(24)).failed()).isFalse();
      List<ToHost> said = sandbox.endOfCapture().messages();
      assertThat(sandbox.finish().failed()).isFalse();

      assertThat(trials.failures).isEmpty();
      assertThat(said)
          .singleElement()
          .isInstanceOfSatisfying(
              ToHost.Found.class,
              found -> assertThat(found.sentence()).isEqualTo("saw 1024 flows"));
      assertThat(sandbox.usage().processes()).isEqualTo(1);
      assertThat(sandbox.usage().peakMemory()).isBetween(10L << 20, 500L << 20);
    }
  }
}
