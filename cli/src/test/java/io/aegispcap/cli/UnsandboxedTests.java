package io.aegispcap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.pack.PackageWriter;
import io.aegispcap.plugin.Plugin;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a kernel that can't confine them, plugins run by an explicit choice alone.
class UnsandboxedTests {
  private static final Path ROOT = Path.of(System.getProperty("aegis.root"));

  @TempDir private Path folder;

  private static Run run(Object... arguments) throws IOException, InterruptedException {
    return Child.of(arguments)
        .under(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            WithoutLandlock.class.getName())
        .run();
  }

  /// Writes a file where it may, and says how that went.
  private Path writer(Path target) throws IOException, InvalidPackageException, URISyntaxException {
    Path source =
        Files.writeString(
            folder.resolve("Trial.java"),
            """
            package trial;
            import io.aegispcap.plugin.*;
            public final class Trial implements Detector {
              @Override public PluginMetadata getMetadata() {
                return new PluginMetadata("test/trial", "1.0.0", PluginKind.DETECTOR);
              }
              @Override public void process(FlowBatch flows, Findings findings) {
                String said;
                try { said = java.nio.file.Files.readString(java.nio.file.Path.of("%s")); }
                catch (java.io.IOException e) { said = "nothing"; }
                Flow flow = flows.flows().getFirst();
                findings.report(Finding.of("seen", flow.source()).sentence("read " + said).proof(flow).build());
              }
            }
            """
                .formatted(target));
    Path api = Path.of(Plugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    int result =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "-proc:none",
                "-cp",
                api.toString(),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(result).isZero();
    Map<String, byte[]> files = new TreeMap<>();
    files.put("code/trial/Trial.class", Files.readAllBytes(folder.resolve("trial/Trial.class")));
    files.put("LICENSE", "Apache-2.0".getBytes(StandardCharsets.UTF_8));
    files.put(
        "aegis-plugin.json",
        """
        {"id": "test/trial", "version": "1.0.0", "kind": "detector", "name": "Trial",
         "description": "For tests.", "entryPoint": "trial.Trial", "api": ">=0.1.0-0 <1.0.0",
         "license": "Apache-2.0", "capabilities": ["read:flows", "read:addresses", "write:findings"],
         "rules": [{"id": "seen", "name": "Seen", "formula": "any flow", "source": "test",
           "technique": "T1046", "techniqueName": "Network Service Discovery", "tactic": "Discovery",
           "benign": "All of it.", "next": "Nothing."}]}
        """
            .getBytes(StandardCharsets.UTF_8));
    Path packed = folder.resolve("trial.aegisx");
    PackageWriter.write(files, packed);
    return packed;
  }

  @Test
  void refusesPluginsUnlessSomebodyTrustsThem()
      throws IOException, InterruptedException, InvalidPackageException, URISyntaxException {
    Path secret = Files.writeString(folder.resolve("secret"), "a secret");
    Path plugin = writer(secret);
    Path sample = ROOT.resolve("samples/ssh-brute-force.pcap");

    Run refused = run("plugin", "run", plugin, "--on", sample);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains("plugins are refused here")
        .contains("Landlock")
        .contains("--trust-unsandboxed");

    Run trusted = run("plugin", "run", plugin, "--on", sample, "--trust-unsandboxed");
    assertThat(trusted.code()).as(trusted::toString).isZero();
    assertThat(trusted.err()).contains("without a cage");
    assertThat(trusted.out()).contains("read a secret");

    Run caged = Child.of("plugin", "run", plugin, "--on", sample, "--trust-unsandboxed").run();
    assertThat(caged.code()).as(caged::toString).isZero();
    assertThat(caged.out()).contains("read nothing"); // where it can be confined it is
    assertThat(caged.err()).doesNotContain("without a cage");
  }

  @Test
  void saysSoInTheDoctor() throws IOException, InterruptedException {
    Run doctor = run("doctor");
    assertThat(doctor.code()).isEqualTo(1);
    assertThat(doctor.out()).contains("PLUGINS ARE REFUSED").contains("--trust-unsandboxed");
  }
}
