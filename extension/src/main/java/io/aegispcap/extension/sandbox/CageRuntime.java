package io.aegispcap.extension.sandbox;

import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.plugin.Plugin;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a plugin's process is made of: a Java runtime, and our two modules that run in it.
///
/// @param home of the Java runtime: an image of `java.base` alone, or a whole JDK
/// @param modules jars or folders of `io.aegispcap.cage` and `io.aegispcap.plugin`
/// @param image whether the runtime is such an image
/// @param complete whether our modules are in the image
public record CageRuntime(Path home, List<Path> modules, boolean image, boolean complete) {
  /// Names an image of `java.base` made by jlink; without it the running JDK is used.
  public static final String IMAGE_PROPERTY = "aegis.cage.image";

  private static final List<String> LIBRARIES =
      List.of("/lib", "/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/etc/ld.so.cache");
  private static final List<String> DEVICES = List.of("/dev/null", "/dev/urandom", "/dev/random");

  public CageRuntime {
    modules = List.copyOf(modules);
  }

  /// The image that the property names, or the running JDK; our modules from where they were
  /// loaded.
  public static CageRuntime ofThisProgram() {
    String image = System.getProperty(IMAGE_PROPERTY, "");
    Path home = Path.of(image.isEmpty() ? System.getProperty("java.home") : image);
    return new CageRuntime(
        home, List.of(place(ToChild.class), place(Plugin.class)), !image.isEmpty(), false);
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " comes from a place that is no file", e);
    }
  }

  /// Where an image has its AOT cache, see [CageImage].
  static Path cache(Path home) {
    return home.resolve("lib/cage.aot");
  }

  /// The command that starts the process; limits follow as arguments.
  ///
  /// @param locks by their name in the cage
  List<String> command(SandboxLimits limits, String locks) {
    Path cache = cache(home);
    boolean cached = complete && Files.exists(cache);
    return command(limits, locks, cached ? List.of("-XX:AOTCache=" + cache) : List.of());
  }

  /// @param more options of the virtual machine
  List<String> command(SandboxLimits limits, String locks, List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(limits.virtualMachine());
    command.addAll(
        List.of(
            "--enable-native-access=io.aegispcap.cage",
            "--illegal-native-access=deny",
            "--finalization=disabled",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+DisableAttachMechanism",
            "-XX:-UsePerfData",
            "-XX:-UseContainerSupport",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "-Dfile.encoding=UTF-8",
            "-Djava.security.egd=file:/dev/urandom"));
    command.addAll(more);
    if (!image) {
      command.addAll(List.of("--limit-modules", "java.base,io.aegispcap.plugin"));
    }
    if (!complete) {
      String path =
          modules.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
      command.addAll(List.of("-p", path));
    }
    command.addAll(List.of("-m", "io.aegispcap.cage/io.aegispcap.cage.Cage"));
    command.addAll(limits.arguments());
    command.add(locks);
    return command;
  }

  /// What the process may read, besides its plugin's packages. The runtime that starts it is there
  /// too, since that is whose helper program the JDK starts it with.
  List<Path> readable() {
    List<Path> readable = new ArrayList<>(modules);
    for (Path runtime : List.of(home, Path.of(System.getProperty("java.home")))) {
      readable.add(runtime);
      readable.addAll(linked(runtime.resolve("conf")));
    }
    Stream.concat(LIBRARIES.stream(), DEVICES.stream())
        .map(Path::of)
        .filter(Files::exists)
        .forEach(readable::add);
    return readable.stream().distinct().toList();
  }

  /// Distributions keep a runtime's configuration elsewhere, and link there.
  private static List<Path> linked(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> links = new ArrayList<>();
      for (Path link : files.filter(Files::isSymbolicLink).filter(Files::exists).toList()) {
        links.add(link.toRealPath());
      }
      return links;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
