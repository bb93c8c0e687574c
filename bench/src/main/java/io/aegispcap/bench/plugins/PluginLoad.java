package io.aegispcap.bench.plugins;

import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.AnalysisOptions;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.pack.Manifest;
import io.aegispcap.extension.pack.ManifestReader;
import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.running.RunningPlugin;
import io.aegispcap.extension.sandbox.CageImage;
import io.aegispcap.extension.sandbox.CageRuntime;
import io.aegispcap.extension.sandbox.PluginSandbox;
import io.aegispcap.plugin.Plugin;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Measures plugins at work: how long one takes to be ready, a hundred at once, half of them
/// failing, and what one more costs. Writes a section of the page on performance to stdout.
public final class PluginLoad {
  private static final int MANY = 100;
  private static final int STARTS = 7;
  private static final long SEED = 100;
  private static final double MILLION = 1e6;

  private static final String SOURCE =
      """
      package bench;
      import io.aegispcap.plugin.*;
      public final class Counting implements Detector {
        private Host host;
        private long flows;
        private long bytes;
        @Override public PluginMetadata getMetadata() {
          return new PluginMetadata("bench/counting", "1.0.0", PluginKind.DETECTOR);
        }
        @Override public void initialize(Host lent) { host = lent; }
        @Override public void process(FlowBatch batch, Findings findings) {
          for (Flow flow : batch) {
            flows++;
            bytes += flow.destinationPort() == 443 ? 1 : 0;
          }
          switch (host.settings().get("failing")) {
            case "throw" -> throw new IllegalStateException("as it was told");
            case "exit" -> System.exit(1);
            case "halt" -> Runtime.getRuntime().halt(2);
            default -> {}
          }
          if (flows == batch.size()) {
            findings.report(Finding.of("first", batch.flows().getFirst().source())
                .sentence("the first flow").proof(batch.flows().getFirst()).build());
          }
        }
      }
      """;

  private final Path work;
  private final Path plugin;
  private final Manifest manifest;
  private final PluginSandbox.Setup plain;
  private final PluginSandbox.Setup quick;
  private final StringBuilder page = new StringBuilder();

  private PluginLoad(Path work) throws IOException, InvalidPackageException {
    this.work = work;
    plugin = packed();
    manifest = ManifestReader.read(manifest().getBytes(StandardCharsets.UTF_8));
    plain = PluginSandbox.Setup.ofThisMachine(InstantSource.system());
    quick = plain.withRuntime(CageImage.ofThisUser(CageRuntime.ofThisProgram()).make());
  }

  /// Takes a folder to work in, a capture for many plugins, and a large one for the cost of one.
  public static void main(String[] args) throws IOException, InvalidPackageException {
    if (args.length != 3) {
      System.err.println("Usage: PluginLoad FOLDER CAPTURE LARGE-CAPTURE");
      System.exit(2);
    }
    PluginLoad load = new PluginLoad(Path.of(args[0]));
    load.line("## Plugins");
    load.line("");
    load.line(
        "Measured by `bench/plugins`, which wrote this section: a detector of a few lines, in its");
    load.line("cage, on a machine of %d processors.", Runtime.getRuntime().availableProcessors());
    load.line("Load of the machine before, over 1, 5 and 15 minutes: %s.", load());
    load.starts();
    load.many(Path.of(args[1]));
    load.oneMore(Path.of(args[2]));
    load.line("");
    load.line("Load of the machine after: %s.", load());
    System.out.write(load.page.toString().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  /// Others may be at work: then clocks say little, and processor time says more.
  private static String load() throws IOException {
    String[] averages = Files.readString(Path.of("/proc/loadavg")).split(" ");
    return String.join(" ", averages[0], averages[1], averages[2]);
  }

  private void line(String format, Object... values) {
    page.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    page.append('\n');
  }

  private RunningPlugin running(PluginSandbox.Setup setup, String failing) {
    return RunningPlugin.of(
        new RunningPlugin.Start(
            manifest,
            List.of(plugin),
            manifest.capabilities(),
            Map.of("failing", failing),
            Map.of()),
        setup);
  }

  private void starts() {
    line("");
    line("### Ready");
    line("");
    line("From nothing to the first answer, one plugin alone; %d starts each.", STARTS);
    line("");
    line("| Runtime | Median ms | Min ms | Max ms | Processor ms | Memory MiB |");
    line("|---|--:|--:|--:|--:|--:|");
    start("made for cages, with AOT cache", quick);
    start("the JDK, with modules left out", plain);
    line("");
    line(
        "The first is made once for each JDK and version of AegisPCAP. Its classes are loaded from the");
    line("cache one by one: `--illegal-native-access=deny`, which the cage needs, keeps Java from");
    line("archiving its graph of modules.");
  }

  private void start(String name, PluginSandbox.Setup setup) {
    double[] millis = new double[STARTS];
    Duration cpu = Duration.ZERO;
    long memory = 0;
    for (int i = 0; i < STARTS; i++) {
      try (RunningPlugin one = running(setup, "never")) {
        long begun = System.nanoTime();
        one.endOfCapture((flow, column, value) -> {});
        millis[i] = (System.nanoTime() - begun) / 1e6;
        PluginOutcome outcome = one.finish();
        if (!outcome.failures().isEmpty()) {
          throw new IllegalStateException(outcome.failures().toString());
        }
        cpu = cpu.plus(outcome.usage().cpu());
        memory = Math.max(memory, outcome.usage().peakMemory());
      }
    }
    Arrays.sort(millis);
    line(
        "| %s | %.0f | %.0f | %.0f | %d | %d |",
        name,
        millis[STARTS / 2],
        millis[0],
        millis[STARTS - 1],
        cpu.toMillis() / STARTS,
        memory >> 20);
  }

  /// What an analysis with plugins came to.
  private record Run(double seconds, RunSummary summary, List<PluginOutcome> outcomes) {
    long failed() {
      return outcomes.stream().filter(it -> !it.failures().isEmpty()).count();
    }

    double cpu() {
      return outcomes.stream().mapToLong(it -> it.usage().cpu().toMillis()).sum() / 1000.0;
    }

    long memory() {
      return outcomes.stream().mapToLong(it -> it.usage().peakMemory()).sum() >> 20;
    }
  }

  private Run run(Path capture, List<String> failing) throws IOException {
    List<RunningPlugin> plugins = new ArrayList<>();
    failing.forEach(how -> plugins.add(running(quick, how)));
    try {
      Analysis analysis = new Analysis(AnalysisOptions.defaults(), "bench");
      plugins.forEach(analysis::plugin);
      long begun = System.nanoTime();
      RunSummary summary = analysis.run(List.of(capture.toString()));
      double seconds = (System.nanoTime() - begun) / 1e9;
      return new Run(seconds, summary, plugins.stream().map(RunningPlugin::finish).toList());
    } finally {
      plugins.forEach(RunningPlugin::close);
    }
  }

  private void many(Path capture) throws IOException {
    Run none = run(capture, List.of());
    Run well = run(capture, ways(0));
    Run half = run(capture, ways(MANY / 2));
    line("");
    line("### A hundred at once");
    line("");
    line(
        "%s, %,d flows, all plugins started at the same moment. Which fail is chosen at random: these",
        capture.getFileName(), none.summary().counts().flows());
    line(
        "throw, exit or halt their process at each batch, and are asked once more in a fresh one.");
    line("");
    line(
        "| | Seconds | Plugins that failed | Findings | Processor s | Memory of all at most, MiB |");
    line("|---|--:|--:|--:|--:|--:|");
    row("no plugin", none);
    row(MANY + " plugins", well);
    row(MANY + " plugins, half of them failing", half);
    List<Long> sound =
        half.outcomes().stream()
            .filter(it -> it.failures().isEmpty())
            .map(PluginOutcome::findings)
            .distinct()
            .toList();
    line("");
    line(
        "Those that did not fail found the same as before: %s.",
        sound.equals(well.outcomes().stream().map(PluginOutcome::findings).distinct().toList())
            ? "yes"
            : "NO");
  }

  /// So many fail, at random places.
  private static List<String> ways(int failing) {
    Random random = new Random(SEED);
    Set<Integer> which = new HashSet<>();
    while (which.size() < failing) {
      which.add(random.nextInt(MANY));
    }
    List<String> ways = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      ways.add(which.contains(i) ? List.of("throw", "exit", "halt").get(i % 3) : "never");
    }
    return ways;
  }

  private void row(String name, Run run) {
    line(
        "| %s | %.1f | %d | %d | %.1f | %,d |",
        name,
        run.seconds(),
        run.failed(),
        run.outcomes().stream().mapToLong(PluginOutcome::findings).sum(),
        run.cpu(),
        run.memory());
  }

  private void oneMore(Path capture) throws IOException {
    run(capture, List.of()); // the file is in the page cache, and the code is hot
    Run none = run(capture, List.of());
    Run one = run(capture, List.of("never"));
    Run three = run(capture, List.of("never", "never", "never"));
    double millions = none.summary().counts().flows() / MILLION;
    line("");
    line("### One more");
    line("");
    line(
        "%s, %,d flows; the plugin is shown each flow.",
        capture.getFileName(), none.summary().counts().flows());
    line("");
    line("| Plugins | Seconds | Processor s of plugins |");
    line("|--:|--:|--:|");
    line("| 0 | %.1f | |", none.seconds());
    line("| 1 | %.1f | %.1f |", one.seconds(), one.cpu());
    line("| 3 | %.1f | %.1f |", three.seconds(), three.cpu());
    line("");
    line(
        "One more plugin takes %.1f s of its own processor time for a million flows, and the analysis"
            + " %.1f s longer.",
        (three.cpu() - one.cpu()) / 2 / millions, (three.seconds() - one.seconds()) / 2 / millions);
  }

  // --- the plugin -----------------------------------------------------------------------------

  private Path packed() throws IOException {
    Path source = Files.writeString(work.resolve("Counting.java"), SOURCE);
    compile(source);
    Path file = work.resolve("counting.aegisx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("code/bench/Counting.class"));
      Files.copy(work.resolve("bench/Counting.class"), zip);
    }
    return file;
  }

  private void compile(Path source) {
    try {
      Path api = Path.of(Plugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      int result =
          ToolProvider.findFirst("javac")
              .orElseThrow()
              .run(
                  System.err,
                  System.err,
                  "-proc:none",
                  "-cp",
                  api.toString(),
                  "-d",
                  work.toString(),
                  source.toString());
      if (result != 0) {
        throw new IllegalStateException("the plugin does not compile");
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String manifest() {
    return """
        {"id": "bench/counting", "version": "1.0.0", "kind": "detector", "name": "Counting",
         "description": "Counts flows.", "entryPoint": "bench.Counting", "api": ">=0.1.0-0 <1.0.0",
         "license": "Apache-2.0", "capabilities": ["read:flows", "write:findings"],
         "rules": [{"id": "first", "name": "First", "formula": "the first flow", "source": "bench",
           "technique": "T1046", "techniqueName": "Network Service Discovery", "tactic": "Discovery",
           "benign": "All of it.", "next": "Nothing."}],
         "settings": [{"name": "failing", "type": "string", "default": "never", "title": "Failing"}]}
        """;
  }
}
