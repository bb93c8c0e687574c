package io.aegispcap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The command in a process of its own, for what this one can't try on itself.
final class Child {
  private static final long PATIENCE_SECONDS = 120;

  private final List<String> wrapper = new ArrayList<>();
  private final List<String> machine = new ArrayList<>();
  private final List<String> arguments;

  private Child(List<String> arguments) {
    this.arguments = arguments;
  }

  static Child of(Object... arguments) {
    return new Child(Arrays.stream(arguments).map(Object::toString).toList());
  }

  /// Run by another program, which gets the command as its last arguments.
  Child under(String... program) {
    wrapper.addAll(List.of(program));
    return this;
  }

  /// With so much heap, so that a command whose memory grows with its input fails.
  Child withHeap(int megabytes) {
    machine.add("-Xmx" + megabytes + "m");
    return this;
  }

  /// With so much heap that is the process's own from its start, so that what it grows by is
  /// something else.
  Child withWholeHeap(int megabytes) {
    machine.add("-Xms" + megabytes + "m");
    machine.add("-XX:+AlwaysPreTouch");
    return withHeap(megabytes);
  }

  ProcessBuilder builder() {
    List<String> command = new ArrayList<>(wrapper);
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("-XX:-UsePerfData"); // a file of the machine's own
    command.add("--enable-native-access=ALL-UNNAMED"); // as the launcher does
    String images = System.getProperty("aegis.cage.images");
    if (images != null) { // runtimes for plugins are made once for all tests
      command.add("-Daegis.cage.images=" + images);
    }
    command.addAll(machine);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("io.aegispcap.cli.Aegis");
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  Run run() throws IOException, InterruptedException {
    Path err = Files.createTempFile("aegis", ".err");
    try {
      Process process = builder().redirectError(err.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Run(ended(process), out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }

  /// Waits for the exit code.
  static int ended(Process process) throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + PATIENCE_SECONDS + " s");
    }
    return process.exitValue();
  }

  /// Whether a program is there and does what it is asked.
  static boolean works(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false; // it is not installed
    }
  }
}
