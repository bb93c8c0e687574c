package io.aegispcap.extension.sandbox;

import java.time.Duration;
import java.util.List;

/// What a plugin may use.
///
/// @param heap mebibytes of Java objects, 16 to 4,096
/// @param cpu processor time of one process in all, at least a second
/// @param wall longest time for an answer
/// @param output mebibytes of one answer, 1 to 256
public record SandboxLimits(int heap, Duration cpu, Duration wall, int output) {
  private static final int METASPACE = 48;
  private static final int DIRECT = 16;
  private static final int CODE = 24;

  /// Mebibytes for threads, and for what the virtual machine itself needs.
  private static final int REST = 96;

  private static final int OPEN_FILES = 32;

  public SandboxLimits {
    if (heap < 16 || heap > 4096 || output < 1 || output > 256) {
      throw new IllegalArgumentException("heap is 16 to 4,096 MiB, output 1 to 256 MiB");
    }
    if (cpu.toSeconds() < 1 || !wall.isPositive()) {
      throw new IllegalArgumentException("at least a second of processor time, and some time");
    }
  }

  /// 128 MiB of heap, 5 minutes of processor time, 30 s for an answer of at most 16 MiB.
  public static SandboxLimits defaults() {
    return new SandboxLimits(128, Duration.ofMinutes(5), Duration.ofSeconds(30), 16);
  }

  public SandboxLimits withHeap(int mebibytes) {
    return new SandboxLimits(mebibytes, cpu, wall, output);
  }

  public SandboxLimits withCpu(Duration time) {
    return new SandboxLimits(heap, time, wall, output);
  }

  public SandboxLimits withWall(Duration time) {
    return new SandboxLimits(heap, cpu, time, output);
  }

  public SandboxLimits withOutput(int mebibytes) {
    return new SandboxLimits(heap, cpu, wall, mebibytes);
  }

  /// Bytes of one answer.
  long outputBytes() {
    return (long) output << 20;
  }

  List<String> virtualMachine() {
    return List.of(
        "-Xms8m",
        "-Xmx" + heap + "m",
        "-Xss512k",
        "-XX:MaxMetaspaceSize=" + METASPACE + "m",
        "-XX:MaxDirectMemorySize=" + DIRECT + "m",
        "-XX:ReservedCodeCacheSize=" + CODE + "m");
  }

  /// See `io.aegispcap.cage.Limits`.
  List<String> arguments() {
    long data = (long) (heap + METASPACE + DIRECT + CODE + REST) << 20;
    return List.of(
        Long.toString(cpu.toSeconds()), Long.toString(data), Integer.toString(OPEN_FILES));
  }
}
