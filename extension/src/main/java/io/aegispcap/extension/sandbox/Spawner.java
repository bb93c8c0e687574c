package io.aegispcap.extension.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;

/// Starts a process from a thread that has locked itself up: what the thread may not, its child may
/// not. The thread ends with that.
final class Spawner {
  private final List<String> command;
  private final List<Path> readable;
  private final int landlock;

  /// @param landlock version of the kernel's interface; 0 where a trusted plugin runs without
  Spawner(List<String> command, List<Path> readable, int landlock) {
    this.command = List.copyOf(command);
    this.readable = List.copyOf(readable);
    this.landlock = landlock;
  }

  /// @throws IOException when the kernel does not confine it, or it can't be started
  Process spawn() throws IOException {
    FutureTask<Process> task = new FutureTask<>(this::lockedSpawn);
    Thread thread = Thread.ofPlatform().name("plugin-spawner").daemon().start(task);
    boolean interrupted = false;
    while (thread.isAlive()) { // a moment; left early, the process would be nobody's
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return switch (task.state()) {
      case SUCCESS -> task.resultNow();
      case FAILED, CANCELLED, RUNNING ->
          throw new IOException("a plugin's process could not be started", task.exceptionNow());
    };
  }

  private Process lockedSpawn() throws IOException {
    if (landlock > 0) {
      new Landlock(landlock).restrict(readable);
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.directory(Path.of("/").toFile());
    return builder.start();
  }
}
