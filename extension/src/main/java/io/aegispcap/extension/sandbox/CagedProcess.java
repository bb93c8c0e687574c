package io.aegispcap.extension.sandbox;

import io.aegispcap.cage.wire.FrameInput;
import io.aegispcap.cage.wire.FrameOutput;
import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.cage.wire.ToHost;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A plugin's process: speaks frames, ends by force when told to.
final class CagedProcess implements AutoCloseable {
  private static final int MAX_FRAME = 8 << 20;
  private static final int OUT_OF_MEMORY_EXIT = 3;
  private static final int CPU_SIGNAL = 128 + 24;

  /// Place in `/proc/PID/stat` after the name, see proc_pid_stat(5).
  private static final int USER_TIME = 11;

  /// Milliseconds.
  private static final int TICK = 10;

  private final Process process;
  private final StderrTail tail;
  private final FrameInput in;
  private final FrameOutput out;
  private Duration lastCpu = Duration.ZERO;
  private long lastMemory;

  private CagedProcess(Process process) {
    this.process = process;
    tail = new StderrTail(process.getErrorStream());
    in = new FrameInput(new BufferedInputStream(process.getInputStream(), 1 << 16), MAX_FRAME);
    out = new FrameOutput(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    Thread.ofPlatform().name("plugin-stderr").daemon().start(tail);
  }

  /// Starts a process that the kernel already holds: it can read these places and nothing else.
  ///
  /// @throws IOException when the kernel does not confine it, or it can't be started
  static CagedProcess start(List<String> command, List<Path> readable, int landlock)
      throws IOException {
    return new CagedProcess(new Spawner(command, readable, landlock).spawn());
  }

  void send(ToChild message) throws IOException {
    out.send(message);
    out.flush();
  }

  Optional<ToHost> receive() throws IOException {
    return in.fromChild();
  }

  /// Bytes received so far.
  long received() {
    return in.bytes();
  }

  List<String> stderr() {
    return tail.lines();
  }

  /// Ends it by force; anything that waits for it goes on. `Process.destroyForcibly` does nothing
  /// to such a process, since the thread that would do it shares its restrictions.
  void kill() {
    ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
  }

  /// Looks at what it used so far; once it ended nothing says so.
  synchronized void measure() {
    try {
      String stat = Files.readString(folder().resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
      lastCpu = Duration.ofMillis(ticks * TICK);
      lastMemory = Math.max(lastMemory, peakMemory());
    } catch (IOException e) {
      return; // it ended
    }
  }

  synchronized Duration cpu() {
    return lastCpu;
  }

  synchronized long memory() {
    return lastMemory;
  }

  private long peakMemory() throws IOException {
    return Files.readAllLines(folder().resolve("status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst()
        .orElse(0);
  }

  private Path folder() {
    return Path.of("/proc", Long.toString(process.pid()));
  }

  /// Why it ended, once its pipe did.
  PluginFailure.Cause causeOfEnd() throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.SECONDS)) {
      return PluginFailure.Cause.CRASHED;
    }
    return switch (process.exitValue()) {
      case OUT_OF_MEMORY_EXIT -> PluginFailure.Cause.OUT_OF_MEMORY;
      case CPU_SIGNAL -> PluginFailure.Cause.OUT_OF_CPU;
      default -> PluginFailure.Cause.CRASHED;
    };
  }

  @Override
  public void close() {
    measure();
    kill();
  }
}
