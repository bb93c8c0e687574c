package io.aegispcap.extension.sandbox;

import static io.aegispcap.extension.sandbox.PluginFailure.Cause.BROKE_RULES;
import static io.aegispcap.extension.sandbox.PluginFailure.Cause.CRASHED;
import static io.aegispcap.extension.sandbox.PluginFailure.Cause.OUTPUT_TOO_LARGE;
import static io.aegispcap.extension.sandbox.PluginFailure.Cause.OUT_OF_CPU;
import static io.aegispcap.extension.sandbox.PluginFailure.Cause.OUT_OF_MEMORY;
import static io.aegispcap.extension.sandbox.PluginFailure.Cause.THREW;
import static io.aegispcap.extension.sandbox.PluginFailure.Cause.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.cage.wire.ToHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// Plugins that attack: each attack fails, and host and neighbour go on.
@Tag("P3")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePluginTests {
  private static final SandboxLimits LIMITS =
      SandboxLimits.defaults()
          .withHeap(64)
          .withWall(Duration.ofSeconds(20))
          .withCpu(Duration.ofSeconds(60));

  private static final Duration IMPATIENT = Duration.ofSeconds(3);

  /// An attack that gets an exception instead of what it wanted.
  ///
  /// @param code statements; coming to their end is success
  record Attempt(String name, String code) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// An attack that ends the plugin's own answer.
  ///
  /// @param code statements
  record Ruin(String name, String code, PluginFailure.Cause... causes) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Attempt> ATTEMPTS =
      List.of(
          read("reads the password file", "/etc/passwd"),
          read("reads its own memory map", "/proc/self/maps"),
          read("reads its own environment from /proc", "/proc/self/environ"),
          read("reads another process' environment", "/proc/\" + setting(\"pid\") + \"/environ"),
          read("reads /sys", "/sys/kernel/mm/transparent_hugepage/enabled"),
          read("reads the host's file", "\" + setting(\"victim\") + \""),
          read("reads the neighbour's package", "\" + setting(\"neighbour\") + \""),
          new Attempt(
              "reads a file from a virtual thread",
              """
              Throwable[] stopped = {null};
              Thread.ofVirtual().start(() -> {
                try { java.nio.file.Files.readString(java.nio.file.Path.of("/etc/passwd")); }
                catch (Throwable e) { stopped[0] = e; }
              }).join();
              if (stopped[0] != null) throw stopped[0];
              """),
          new Attempt(
              "lists the root folder",
              "java.nio.file.Files.list(java.nio.file.Path.of(\"/\")).count();"),
          new Attempt(
              "writes a file",
              "java.nio.file.Files.writeString(java.nio.file.Path.of(\"/tmp/aegis-escape\"), \"x\");"),
          new Attempt(
              "appends to the host's file",
              "java.nio.file.Files.writeString(java.nio.file.Path.of(setting(\"victim\")), \"x\","
                  + " java.nio.file.StandardOpenOption.APPEND);"),
          new Attempt(
              "deletes the host's file",
              "java.nio.file.Files.delete(java.nio.file.Path.of(setting(\"victim\")));"),
          new Attempt(
              "makes a folder",
              "java.nio.file.Files.createDirectory(java.nio.file.Path.of(\"/tmp/aegis-escape\"));"),
          new Attempt(
              "makes a link",
              "java.nio.file.Files.createSymbolicLink(java.nio.file.Path.of(\"/tmp/aegis-escape\"),"
                  + " java.nio.file.Path.of(\"/etc/passwd\"));"),
          new Attempt(
              "changes the mode of its own package",
              "java.nio.file.Files.setPosixFilePermissions(java.nio.file.Path.of(setting(\"victim\")),"
                  + " Set.of());"),
          new Attempt(
              "connects to the host", "new java.net.Socket(\"127.0.0.1\", port()).close();"),
          new Attempt(
              "connects without blocking",
              "java.nio.channels.SocketChannel.open(new java.net.InetSocketAddress(\"127.0.0.1\","
                  + " port()));"),
          new Attempt(
              "sends a datagram",
              "new java.net.DatagramSocket().send(new java.net.DatagramPacket(new byte[1], 1,"
                  + " java.net.InetAddress.getLoopbackAddress(), 53));"),
          new Attempt("listens", "new java.net.ServerSocket(0).close();"),
          new Attempt(
              "opens a local socket",
              "java.nio.channels.SocketChannel.open(java.net.StandardProtocolFamily.UNIX);"),
          new Attempt(
              "asks for a name", "java.net.InetAddress.getByName(\"exfiltrated.example.org\");"),
          new Attempt(
              "starts a program", "Runtime.getRuntime().exec(new String[] {\"/bin/true\"});"),
          new Attempt(
              "starts its own runtime again",
              "new ProcessBuilder(System.getProperty(\"java.home\") + \"/bin/java\","
                  + " \"-version\").start();"),
          new Attempt(
              "kills the host",
              "if (!ProcessHandle.of(Long.parseLong(setting(\"pid\"))).orElseThrow().destroyForcibly())"
                  + " throw new IllegalStateException(\"not destroyed\");"),
          new Attempt(
              "calls the C library",
              """
              var linker = java.lang.foreign.Linker.nativeLinker();
              linker.downcallHandle(linker.defaultLookup().findOrThrow("getpid"),
                  java.lang.foreign.FunctionDescriptor.of(java.lang.foreign.ValueLayout.JAVA_INT))
                .invoke();
              """),
          new Attempt(
              "reads memory by address",
              "java.lang.foreign.MemorySegment.ofAddress(4096).reinterpret(8)"
                  + ".get(java.lang.foreign.ValueLayout.JAVA_BYTE, 0);"),
          new Attempt("loads a native library by its path", "System.load(setting(\"library\"));"),
          new Attempt("loads a native library by its name", "System.loadLibrary(\"trial\");"),
          new Attempt("uses Unsafe", "Class.forName(\"sun.misc.Unsafe\");"),
          new Attempt(
              "uses the inner Unsafe",
              "Class.forName(\"jdk.internal.misc.Unsafe\").getMethod(\"getUnsafe\").invoke(null);"),
          new Attempt("attaches", "Class.forName(\"com.sun.tools.attach.VirtualMachine\");"),
          new Attempt("becomes an agent", "Class.forName(\"sun.instrument.InstrumentationImpl\");"),
          new Attempt(
              "opens the class loader",
              "ClassLoader.class.getDeclaredField(\"parent\").setAccessible(true);"),
          new Attempt(
              "makes a descriptor of its own",
              "var c = java.io.FileDescriptor.class.getDeclaredConstructor(int.class);"
                  + " c.setAccessible(true); new java.io.FileOutputStream(c.newInstance(11)).write(0);"),
          new Attempt(
              "reaches into the program that runs it",
              "var m = Class.forName(\"io.aegispcap.cage.Cage\").getDeclaredMethod(\"main\","
                  + " String[].class); m.setAccessible(true); m.invoke(null, (Object) new String[0]);"),
          new Attempt(
              "calls its frames' writer",
              "Class.forName(\"io.aegispcap.cage.wire.FrameOutput\").getConstructors()[0]"
                  + ".newInstance(System.out);"),
          new Attempt(
              "speaks of a flow it was not shown",
              "throw new IllegalStateException(findings.getClass().getDeclaredField(\"answers\")"
                  + ".get(findings).toString());"),
          new Attempt(
              "sees the environment",
              "if (!System.getenv().keySet().equals(Set.of(\"LC_ALL\")))"
                  + " return; throw new IllegalStateException(\"empty\");"),
          new Attempt(
              "plants a service",
              "if (ServiceLoader.load(java.nio.file.spi.FileSystemProvider.class,"
                  + " ClassLoader.getSystemClassLoader()).stream().anyMatch(p ->"
                  + " p.type().getName().startsWith(\"evil\"))) return;"
                  + " throw new IllegalStateException(\"not found\");"),
          new Attempt(
              "raises a finding of another plugin",
              "findings.report(Finding.of(\"other\", \"x\").sentence(\"x\").proof(flow).build());"),
          new Attempt(
              "measures infinity", "Finding.of(\"rule\", \"x\").measure(\"m\", 1 / 0.0, 0, \"\");"),
          new Attempt(
              "raises the file size limit by reading limits",
              "new java.io.FileOutputStream(\"/dev/null\").write(1);"));

  static final List<Ruin> RUINS =
      List.of(
          ruin("exits", "System.exit(0);", CRASHED),
          ruin("halts", "Runtime.getRuntime().halt(0);", CRASHED),
          ruin(
              "exits from a thread",
              "new Thread(() -> System.exit(3)).start(); Thread.sleep(60_000);",
              CRASHED,
              OUT_OF_MEMORY),
          ruin( // the kernel lets it: it robs itself of what it is shown anyhow
              "reads its own pipe through /proc",
              "java.nio.file.Files.readString(java.nio.file.Path.of(\"/proc/self/fd/10\"));",
              TIMED_OUT),
          ruin("throws an error", "throw new AssertionError(\"no\");", THREW),
          ruin("recurses without end", "new Object() { int f() { return f() + 1; } }.f();", THREW),
          ruin("loops", "while (true) {}", TIMED_OUT),
          ruin("waits for ever", "new java.util.concurrent.CountDownLatch(1).await();", TIMED_OUT),
          ruin(
              "eats the heap",
              "var all = new ArrayList<byte[]>(); while (true) all.add(new byte[1 << 20]);",
              OUT_OF_MEMORY),
          ruin(
              "eats direct memory",
              "var all = new ArrayList<Object>(); while (true)"
                  + " all.add(java.nio.ByteBuffer.allocateDirect(1 << 20));",
              OUT_OF_MEMORY),
          ruin(
              "eats native memory",
              "while (true) java.lang.foreign.Arena.global().allocate(1 << 20).fill((byte) 1);",
              OUT_OF_MEMORY,
              CRASHED),
          ruin(
              "starts threads without end",
              "while (true) Thread.ofPlatform().start(() -> { while (true)"
                  + " java.util.concurrent.locks.LockSupport.park(); });",
              OUT_OF_MEMORY,
              CRASHED,
              TIMED_OUT),
          ruin(
              "floods with findings",
              "while (true) findings.report(finding(flow, \"x\".repeat(1000)));",
              OUTPUT_TOO_LARGE),
          ruin(
              "writes a finding of a gigabyte",
              "findings.report(finding(flow, \"x\".repeat(1_000_000_000)));",
              OUT_OF_MEMORY),
          ruin(
              "writes a finding of a megabyte",
              "findings.report(finding(flow, \"x\".repeat(1_000_000)));",
              BROKE_RULES),
          ruin(
              "writes a frame larger than allowed",
              "findings.report(finding(flow, \"x\".repeat(9 << 20)));",
              BROKE_RULES,
              OUTPUT_TOO_LARGE,
              OUT_OF_MEMORY),
          ruin(
              "proves with a flow that is none",
              "findings.report(finding(new Flow.Builder(77).build(), \"x\"));",
              BROKE_RULES),
          ruin(
              "proves with a negative flow",
              "findings.report(finding(new Flow.Builder(-1).build(), \"x\"));",
              BROKE_RULES),
          ruin(
              "throws what can't be asked",
              "throw new RuntimeException() { public String getMessage() { System.exit(9); return"
                  + " \"\"; } };",
              CRASHED),
          ruin(
              "throws what answers never",
              "throw new RuntimeException() { public String getMessage() { while (true) {} } };",
              TIMED_OUT));

  private Path victim = Path.of("");
  private Path quiet = Path.of("");
  private PluginSources sources = new PluginSources(Path.of(""));
  private Path ruins = Path.of("");
  private final Map<String, String> outcomes = new HashMap<>();
  private final Trials neighbours = new Trials();
  private PluginSandbox neighbour;
  private ServerSocket server;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    sources = new PluginSources(folder);
    ruins = ruin(RUINS.stream().map(Ruin::code).toList());
    victim = Files.writeString(folder.resolve("victim.txt"), "untouched");
    quiet =
        sources.detector(
            """
            private int asked;
            @Override public void process(FlowBatch flows, Findings findings) {
              findings.report(finding(flows.flows().getFirst(), "asked " + ++asked));
            }
            """);
    neighbour = neighbours.sandbox(quiet, LIMITS, "read:flows", "write:findings");
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    server.setSoTimeout(1);
    attempt();
  }

  @AfterAll
  void stop() throws IOException {
    neighbour.close();
    server.close();
  }

  private static Attempt read(String name, String file) {
    return new Attempt(
        name, "java.nio.file.Files.readString(java.nio.file.Path.of(\"" + file + "\"));");
  }

  private static Ruin ruin(String name, String code, PluginFailure.Cause... causes) {
    return new Ruin(name, code, causes);
  }

  /// A plugin that holds all of these attacks, one of which the setting `attack` names by its
  /// number.
  private Path ruin(List<String> codes) {
    StringBuilder members = new StringBuilder();
    StringBuilder cases = new StringBuilder();
    for (int i = 0; i < codes.size(); i++) {
      members.append(
          "private static void attack%d(Flow flow, Findings findings) throws Exception { %s }\n"
              .formatted(i, codes.get(i)));
      cases.append("case \"%d\" -> attack%d(flow, findings);\n".formatted(i, i));
    }
    return sources.detector(
        """
        private String attack = "";
        @Override public void initialize(Host host) { attack = host.settings().get("attack"); }
        @Override public void process(FlowBatch flows, Findings findings) {
          Flow flow = flows.flows().getFirst();
          try { switch (attack) { %s } }
          catch (Exception e) { throw new IllegalStateException(e); }
        }
        %s
        """
            .formatted(cases, members));
  }

  private CagedPlugin armed(Path file) {
    return armed(file, 0);
  }

  private CagedPlugin armed(Path file, int attack) {
    CagedPlugin plain = Trials.plugin(file, "read:flows", "write:findings");
    return new CagedPlugin(
        plain.metadata(),
        plain.packages(),
        plain.entryPoint(),
        plain.granted(),
        plain.declared(),
        Map.of(
            "attack", Integer.toString(attack),
            "pid", Long.toString(ProcessHandle.current().pid()),
            "victim", victim.toString(),
            "neighbour", quiet.toString(),
            "library", System.getProperty("java.home") + "/lib/libzip.so",
            "port", Integer.toString(server.getLocalPort())),
        plain.kept(),
        plain.features());
  }

  /// All attempts run in one process; each is judged by a test of its own.
  private void attempt() {
    StringBuilder members = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < ATTEMPTS.size(); i++) {
      members.append(
          "private void attack%d(Flow flow, Findings findings) throws Throwable { %s }\n"
              .formatted(i, ATTEMPTS.get(i).code()));
      calls.append(
          "attempt(\"%d\", flow, findings, () -> attack%d(flow, findings));\n".formatted(i, i));
    }
    Path file =
        sources.detector(
            """
            private interface Attack { void run() throws Throwable; }
            private Map<String, String> settings = Map.of();
            @Override public void initialize(Host host) { settings = host.settings(); }
            private String setting(String name) { return settings.get(name); }
            private int port() { return Integer.parseInt(setting("port")); }
            private void attempt(String number, Flow flow, Findings findings, Attack attack) {
              String outcome = "escaped";
              try { attack.run(); }
              catch (Throwable e) { outcome = "stopped by " + e; }
              findings.report(Finding.of("rule", number).sentence(outcome).proof(flow).build());
            }
            @Override public void process(FlowBatch flows, Findings findings) {
              Flow flow = flows.flows().getFirst();
              %s
            }
            %s
            """
                .formatted(calls, members));
    Trials trials = new Trials();
    try (PluginSandbox sandbox = trials.sandbox(armed(file), LIMITS)) {
      for (ToHost message : sandbox.process(Trials.flows(1)).messages()) {
        if (message instanceof ToHost.Found found) {
          outcomes.put(found.subject(), found.sentence());
        }
      }
    }
    assertThat(trials.failures).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("ATTEMPTS")
  void stops(Attempt attack) throws IOException {
    assertThat(outcomes.get(Integer.toString(ATTEMPTS.indexOf(attack)))).startsWith("stopped by");
    assertUnharmed();
  }

  @ParameterizedTest
  @FieldSource("RUINS")
  void survives(Ruin attack) throws IOException {
    Trials trials = new Trials();
    boolean waits = List.of(attack.causes()).contains(TIMED_OUT);
    SandboxLimits limits = waits ? LIMITS.withWall(IMPATIENT) : LIMITS;
    try (PluginSandbox sandbox = trials.sandbox(armed(ruins, RUINS.indexOf(attack)), limits)) {
      assertThat(sandbox.process(Trials.flows(1))).isEqualTo(Answer.FAILED);
      assertFailed(trials, 2, attack.causes());
    }
    assertUnharmed();
  }

  @Test
  void endsProcessorTime() throws IOException {
    Path file = ruin(List.of("while (true) {}"));
    Trials trials = new Trials();
    try (PluginSandbox sandbox =
        trials.sandbox(
            armed(file), LIMITS.withCpu(Duration.ofSeconds(2)).withWall(Duration.ofSeconds(60)))) {
      assertThat(sandbox.process(Trials.flows(1))).isEqualTo(Answer.FAILED);
      assertFailed(trials, 2, OUT_OF_CPU, CRASHED);
      assertThat(sandbox.usage().cpu()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(8));
    }
    assertUnharmed();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          static { while (true) { if (System.nanoTime() == 1) break; } }, TIMED_OUT
          public Trial() { System.exit(1); }, CRASHED
          public Trial() { throw new IllegalStateException(); }, THREW
          private Trial(int x) {}, THREW
          @Override public void initialize(Host host) { throw new StackOverflowError(); }, THREW
          @Override public void initialize(Host host) { while (true) {} }, TIMED_OUT
          """)
  void survivesAStart(String member, PluginFailure.Cause cause) throws IOException {
    Path file =
        sources.detector(
            member + " @Override public void process(FlowBatch flows, Findings findings) {}");
    Trials trials = new Trials();
    try (PluginSandbox sandbox = trials.sandbox(armed(file), LIMITS.withWall(IMPATIENT))) {
      assertThat(sandbox.process(Trials.flows(1))).isEqualTo(Answer.FAILED);
      assertFailed(trials, 2, cause);
    }
    assertUnharmed();
  }

  @Test
  void refusesMetadataOfAnotherPlugin() throws IOException {
    Path file =
        sources.compiled(
            """
            package evil;
            import io.aegispcap.plugin.*;
            public final class Trial implements Detector {
              @Override public PluginMetadata getMetadata() {
                return new PluginMetadata("test/other", "1.0.0", PluginKind.DETECTOR);
              }
              @Override public void process(FlowBatch flows, Findings findings) {}
            }
            """);
    Trials trials = new Trials();
    try (PluginSandbox sandbox = trials.sandbox(armed(file), LIMITS)) {
      assertThat(sandbox.process(Trials.flows(1))).isEqualTo(Answer.FAILED);
      assertFailed(trials, 2, BROKE_RULES);
    }
    assertUnharmed();
  }

  @Test
  void endsAPluginThatDoesNotCleanUp() throws IOException {
    Path file =
        sources.detector(
            """
            @Override public void process(FlowBatch flows, Findings findings) {
              Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} }));
            }
            @Override public void cleanup() { while (true) {} }
            """);
    Trials trials = new Trials();
    try (PluginSandbox sandbox = trials.sandbox(armed(file), LIMITS.withWall(IMPATIENT))) {
      assertThat(sandbox.process(Trials.flows(1)).failed()).isFalse();
      assertThat(sandbox.finish()).isEqualTo(Answer.FAILED);
      assertFailed(trials, 1, TIMED_OUT);
    }
    assertUnharmed();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          for (int i = 0; i < 1000; i++) System.out.println("{\\"forged\\": true}");
          byte[] noise = new byte[1 << 20]; for (int i = 0; i < 50; i++) System.err.write(noise, 0, noise.length);
          try { new java.io.FileOutputStream(java.io.FileDescriptor.out).close(); } finally { return; }
          Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);
          for (int i = 0; i < 8; i++) { Thread t = new Thread(() -> { while (true) {} }); t.setDaemon(false); t.start(); }
          System.setProperty("java.home", "/nowhere"); Locale.setDefault(Locale.of("tr")); TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
          new Thread(() -> { for (int i = 0; i < 100; i++) try { Thread.sleep(1); findings.report(finding(flow, "late")); } catch (Exception e) {} }).start();
          findings.report(finding(flow, "<script>alert(1)</script>\\u0000\\ud800"));
          """)
  void livesWithNoise(String code) throws IOException {
    Path file = ruin(List.of(code));
    Trials trials = new Trials();
    try (PluginSandbox sandbox = trials.sandbox(armed(file), LIMITS)) {
      assertThat(sandbox.process(Trials.flows(1)).failed()).as(trials.failures::toString).isFalse();
      assertThat(sandbox.process(Trials.flows(1)).failed()).as(trials.failures::toString).isFalse();
    }
    assertThat(trials.failures).isEmpty();
    assertUnharmed();
  }

  private static void assertFailed(Trials trials, int times, PluginFailure.Cause... causes) {
    assertThat(trials.failures).hasSize(times);
    assertThat(trials.failures)
        .allSatisfy(
            failure -> {
              assertThat(failure.cause()).as(failure::toString).isIn((Object[]) causes);
              assertThat(failure.message()).isNotBlank().hasSizeLessThan(5000);
              assertThat(failure.output()).hasSizeLessThanOrEqualTo(PluginFailure.MAX_LINES);
              assertThat(failure.plugin()).isEqualTo("test/trial");
            });
  }

  private void assertUnharmed() throws IOException {
    assertThat(Files.readString(victim)).isEqualTo("untouched");
    assertThat(Path.of("/tmp/aegis-escape")).doesNotExist();
    assertThat(neighbour.process(Trials.flows(3)).messages()).hasSize(1);
    assertThat(neighbours.failures).isEmpty();
    assertThat(neighbour.usage().processes()).isZero();
    try (var _ = server.accept()) {
      throw new AssertionError("a plugin connected");
    } catch (SocketTimeoutException e) {
      assertThat(e).isNotNull(); // nobody did
    }
  }
}
