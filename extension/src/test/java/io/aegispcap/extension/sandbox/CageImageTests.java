package io.aegispcap.extension.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CageImageTests {
  @TempDir private Path folder;

  @Test
  void runsPluginsOnARuntimeMadeForThem() throws IOException {
    CageImage image = CageImage.ofThisUser(CageRuntime.ofThisProgram());
    assumeThat(image.possible()).as("jlink is there").isTrue();

    CageRuntime made = image.make();

    assertThat(image.ready()).isTrue();
    assertThat(image.make()).isEqualTo(made);
    assertThat(CageRuntime.cache(made.home())).isRegularFile();
    Path file =
        new PluginSources(folder)
            .detector(
                """
                @Override public void process(FlowBatch flows, Findings findings) {
                  String modules = ModuleLayer.boot().modules().stream().map(Module::getName).sorted().toList().toString();
                  findings.report(finding(flows.flows().getFirst(), modules));
                }
                """);
    Trials trials = new Trials();
    PluginSandbox.Setup setup =
        PluginSandbox.Setup.ofThisMachine(InstantSource.system())
            .withRuntime(made)
            .withFailures(trials.failures::add);
    try (PluginSandbox sandbox =
        new PluginSandbox(setup, Trials.plugin(file, "read:flows", "write:findings"))) {
      Answer answer = sandbox.process(Trials.flows(1));
      assertThat(trials.failures).isEmpty();
      assertThat(answer.messages().toString())
          .contains("[io.aegispcap.cage, io.aegispcap.plugin, java.base]");
    }
  }

  @Test
  void saysWhyNoneCanBeMade() throws IOException {
    CageRuntime plain = CageRuntime.ofThisProgram();
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> new CageImage(file, plain).make()).isInstanceOf(IOException.class);
    CageImage without =
        new CageImage(folder, new CageRuntime(folder, plain.modules(), false, false));
    assertThat(without.possible()).isFalse();
    assertThatThrownBy(without::make).isInstanceOf(IOException.class);
    assertThat(without.ready()).isFalse();
  }

  @Test
  void takesTheImageThatSomebodyChose() throws IOException {
    CageRuntime chosen = new CageRuntime(folder, List.of(), true, false);
    assertThat(new CageImage(folder, chosen).make()).isEqualTo(chosen);
  }
}
