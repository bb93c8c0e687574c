package io.aegispcap.extension.sandbox;

import io.aegispcap.cage.wire.FrameInput;
import io.aegispcap.cage.wire.FrameOutput;
import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.plugin.Flow;
import io.aegispcap.plugin.FlowBatch;
import io.aegispcap.plugin.PluginKind;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Java runtime made for plugins' processes, once for each JDK and version of ours: `java.base`
/// and our two modules, with what a start takes already loaded (JEP 483, JEP 514). It starts faster
/// than a JDK that has to leave modules out, and there is less in it.
public final class CageImage {
  /// Names another folder than the user's for caches.
  public static final String FOLDER_PROPERTY = "aegis.cage.images";

  private static final String DONE = "aegis-cage-image";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /// So many are kept: of other JDKs and versions.
  private static final int KEPT = 3;

  private final Path folder;
  private final CageRuntime plain;

  /// @param folder for images; nobody else may write there
  /// @param plain what an image is made of, and what runs without one
  public CageImage(Path folder, CageRuntime plain) {
    this.folder = folder;
    this.plain = plain;
  }

  /// In the user's folder for caches, as the XDG Base Directory Specification says.
  public static CageImage ofThisUser(CageRuntime plain) {
    String chosen = System.getProperty(FOLDER_PROPERTY, "");
    if (!chosen.isEmpty()) {
      return new CageImage(Path.of(chosen), plain);
    }
    String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    Path base =
        cache.isEmpty() ? Path.of(System.getProperty("user.home", "/"), ".cache") : Path.of(cache);
    return new CageImage(base.resolve("aegispcap").resolve("cage"), plain);
  }

  /// Whether it is there already, or need not be made.
  public boolean ready() throws IOException {
    return plain.image() || Files.exists(home().resolve(DONE));
  }

  /// Whether the running Java can make one.
  public boolean possible() {
    return plain.image() || Files.isExecutable(linker());
  }

  private Path linker() {
    return plain.home().resolve("bin/jlink");
  }

  /// The image, which is made when it is not there yet: that takes some seconds.
  ///
  /// @throws IOException when it can't be made; the plain runtime does, too
  public CageRuntime make() throws IOException {
    if (plain.image()) {
      return plain; // somebody chose one
    }
    Path home = home();
    if (!Files.exists(home.resolve(DONE))) {
      Files.createDirectories(folder);
      synchronized (CageImage.class) { // a process may hold a file's lock once
        try (FileChannel file =
                FileChannel.open(
                    folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var _ = file.lock()) {
          makeUnlessDone(home);
        }
      }
    }
    return new CageRuntime(home, List.of(), true, true);
  }

  private void makeUnlessDone(Path home) throws IOException {
    if (Files.exists(home.resolve(DONE))) {
      return; // another process was faster
    }
    delete(home); // what one left that was killed
    link(home);
    rehearse(home);
    Files.createFile(home.resolve(DONE));
    forgetOthers(home);
  }

  private Path home() throws IOException {
    return folder.resolve(key());
  }

  /// What an image depends on: the JDK, and our modules byte for byte.
  private String key() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes(Runtime.version() + System.getProperty("java.vm.vendor") + plain.home()));
      for (Path module : plain.modules()) {
        for (Path file : files(module)) {
          digest.update(bytes(module.relativize(file).toString()));
          digest.update(Files.readAllBytes(file));
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 24);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Path> files(Path module) throws IOException {
    try (Stream<Path> files = Files.walk(module)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void link(Path home) throws IOException {
    String path =
        plain.modules().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    run(
        List.of(
            linker().toString(),
            "--module-path",
            path,
            "--add-modules",
            "io.aegispcap.cage",
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            home.toString()));
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (ended(process) != 0) {
      throw new IOException(command.getFirst() + ": " + said.strip());
    }
  }

  private static int ended(Process process) throws IOException {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("it takes too long");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// Starts a process as plugins get it, but not locked up, since it has to write down what it
  /// loaded. There is no plugin in it. Without the cache the image still runs.
  private static void rehearse(Path home) throws IOException {
    CageRuntime runtime = new CageRuntime(home, List.of(), true, true);
    List<String> command =
        runtime.command(
            SandboxLimits.defaults(),
            "rehearsal",
            List.of("-XX:AOTCacheOutput=" + CageRuntime.cache(home)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("JDK_AOT_VM_OPTIONS", "-Xmx512m -XX:MaxMetaspaceSize=256m");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    FrameOutput out = new FrameOutput(process.getOutputStream());
    FrameInput in = new FrameInput(process.getInputStream(), 1 << 20);
    for (ToChild question : questions()) {
      out.send(question);
      out.flush();
    }
    while (in.fromChild().isPresent()) {} // it says that there is no plugin, until it ends
    ended(process);
  }

  private static List<ToChild> questions() {
    Flow flow = new Flow.Builder(0).source("host-1", 1).destination("host-2", 2).build();
    return List.of(
        new ToChild.Begin(
            List.of("/nowhere"),
            "none.None",
            PluginKind.DETECTOR,
            Set.of(),
            new ToChild.Declared(Set.of(), Set.of(), Set.of(), Map.of()),
            Map.of(),
            Map.of(),
            List.of()),
        new ToChild.Flows(new FlowBatch(List.of(flow))),
        new ToChild.EndOfCapture(),
        new ToChild.Finish());
  }

  private void forgetOthers(Path home) throws IOException {
    List<Path> others;
    try (Stream<Path> all = Files.list(folder)) {
      others =
          new ArrayList<>(
              all.filter(Files::isDirectory).filter(other -> !other.equals(home)).toList());
    }
    others.sort(Comparator.comparingLong((Path other) -> other.toFile().lastModified()).reversed());
    for (Path old : others.subList(Math.min(KEPT - 1, others.size()), others.size())) {
      delete(old);
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(tree)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }
}
