package io.aegispcap.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.aegispcap.extension.pack.CheckInput;
import io.aegispcap.extension.pack.ExtensionPackage;
import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.pack.PackageBuilder;
import io.aegispcap.extension.pack.PackageChecks;
import io.aegispcap.extension.pack.PackageWriter;
import io.aegispcap.extension.pack.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import picocli.CommandLine;

/// The examples are worth copying: their own tests pass, nothing in them fails a check, and they
/// run in their cage.
class ExamplePluginTests {
  private static final Path ROOT = Path.of(System.getProperty("aegis.root"));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "tls-client-outliers, night.pcapng, finding",
    "doh-use, night.pcapng, finding",
    "port-knock, port-scan.pcapng.zst, finding",
    "iot-profile, night.pcapng, cost",
    "slack-webhook, ssh-brute-force.pcap, would post to https://hooks.slack.com",
    "traffic-dashboard, benign.pcap.gz, chart hosts"
  })
  void isWorthCopying(String name, String sample, String says)
      throws IOException, InvalidPackageException, ReflectiveOperationException {
    Path project = copied(name);
    Path classes = compiled(project, "main", System.getProperty("java.class.path"));
    Path tests = compiled(project, "test", classes + ":" + System.getProperty("java.class.path"));
    assertThat(failedTests(classes, tests)).isEmpty();

    Path file = folder.resolve(name + ".aegisx");
    PackageWriter.write(PackageBuilder.of(project), file);
    assertThat(
            PackageChecks.run(
                new CheckInput(ExtensionPackage.open(file), "0.1.0", Set.of(), Set.of())))
        .noneMatch(check -> check.verdict() == Verdict.FAILED);

    StringWriter said = new StringWriter();
    CommandLine command = PluginCommand.commandLine(InstantSource.system(), () -> "0.1.0");
    command.setOut(new PrintWriter(said, true));
    int code =
        command.execute(
            "run", file.toString(), "--on", ROOT.resolve("samples/" + sample).toString());
    assertThat(code).as(said::toString).isZero();
    assertThat(said.toString()).contains(says).doesNotContain("failed (");
  }

  private Path copied(String name) throws IOException {
    Path from = ROOT.resolve("examples/plugins").resolve(name);
    Path to = folder.resolve(name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(path -> !path.toString().contains("target")).toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return to;
  }

  private static Path compiled(Path project, String kind, String classPath) throws IOException {
    Path classes =
        Files.createDirectories(
            project.resolve(kind.equals("main") ? "target/classes" : "target/test-classes"));
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", classPath));
    try (Stream<Path> sources = Files.walk(project.resolve("src/" + kind + "/java"))) {
      sources.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
    }
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int result =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(out, out, arguments.toArray(String[]::new));
    assertThat(result).as(said::toString).isZero();
    return classes;
  }

  private static List<String> failedTests(Path classes, Path tests)
      throws IOException, ReflectiveOperationException {
    URL[] urls = {classes.toUri().toURL(), tests.toUri().toURL()};
    try (URLClassLoader loader =
            new URLClassLoader(urls, ExamplePluginTests.class.getClassLoader());
        Stream<Path> files = Files.walk(tests)) {
      SummaryGeneratingListener summary = new SummaryGeneratingListener();
      Launcher launcher = LauncherFactory.create();
      LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
      for (Path file : files.filter(it -> it.toString().endsWith("Tests.class")).toList()) {
        String name = tests.relativize(file).toString().replace('/', '.');
        request.selectors(
            selectClass(loader.loadClass(name.substring(0, name.length() - ".class".length()))));
      }
      launcher.execute(request.build(), summary);
      assertThat(summary.getSummary().getTestsFoundCount()).isPositive();
      return summary.getSummary().getFailures().stream()
          .map(
              failure ->
                  failure.getTestIdentifier().getDisplayName() + ": " + failure.getException())
          .toList();
    }
  }
}
