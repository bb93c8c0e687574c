package io.aegispcap.extension.sandbox;

import java.time.Duration;

/// What a plugin used, over all of its processes.
///
/// @param cpu processor time, as the kernel counts it
/// @param peakMemory bytes that a process had in memory at most
/// @param wall time that the host waited for answers
/// @param answers how many there were
/// @param processes how many were started
public record Usage(Duration cpu, long peakMemory, Duration wall, long answers, int processes) {
  public static final Usage NONE = new Usage(Duration.ZERO, 0, Duration.ZERO, 0, 0);

  Usage withProcess(Duration processor, long memory) {
    return new Usage(
        cpu.plus(processor), Math.max(peakMemory, memory), wall, answers, processes + 1);
  }

  Usage withAnswer(Duration time) {
    return new Usage(cpu, peakMemory, wall.plus(time), answers + 1, processes);
  }
}
