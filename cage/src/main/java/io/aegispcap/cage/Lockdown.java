package io.aegispcap.cage;

import io.aegispcap.cage.kernel.NativeCalls;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Locks the process up for good: moves its pipes away from where a plugin would write by accident,
/// limits what it may use, and leaves it the system calls that computing needs. The host has
/// already taken the file system from it (Landlock), since a process can't do that for threads that
/// run.
final class Lockdown {
  private static final int RLIMIT_CPU = 0;
  private static final int RLIMIT_FSIZE = 1;
  private static final int RLIMIT_DATA = 2;
  private static final int RLIMIT_CORE = 4;
  private static final int RLIMIT_NOFILE = 7;
  private static final int NO_NEW_PRIVILEGES = 38;
  private static final int SET_MODE_FILTER = 1;
  private static final int ALL_THREADS = 1;

  private final NativeCalls calls;

  Lockdown(NativeCalls calls) {
    this.calls = calls;
  }

  /// What is left of the pipes.
  ///
  /// @param in descriptor to read frames from
  /// @param out descriptor to write frames to
  record Pipes(int in, int out) {}

  /// @throws IOException when anything could not be locked: then nothing of the plugin may run
  Pipes lock(Limits limits) throws IOException {
    Pipes pipes = new Pipes(calls.moved(0), calls.moved(1));
    calls.redirect(calls.open("/dev/null"), 0);
    calls.redirect(2, 1);
    if (limits.locks() == Locks.REHEARSAL) {
      SystemCallFilter.program(calls.pid());
      return pipes;
    }
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, limits.openFiles());
    limit(RLIMIT_CPU, limits.cpuSeconds(), limits.cpuSeconds() + 1); // the first ends with SIGXCPU
    limit(RLIMIT_DATA, limits.dataBytes());
    calls.systemCall(SystemCalls.PRCTL, NO_NEW_PRIVILEGES, 1, 0, 0);
    if (limits.locks() == Locks.ALL) {
      filter();
    }
    return pipes;
  }

  private void limit(int resource, long value) throws IOException {
    limit(resource, value, value);
  }

  private void limit(int resource, long soft, long hard) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limit = arena.allocateFrom(ValueLayout.JAVA_LONG, soft, hard);
      calls.systemCall(SystemCalls.PRLIMIT64, 0, resource, limit.address(), 0);
    }
  }

  private void filter() throws IOException {
    byte[] program = SystemCallFilter.program(calls.pid());
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment instructions = arena.allocateFrom(ValueLayout.JAVA_BYTE, program);
      MemorySegment header = arena.allocate(16, 8); // sock_fprog: length, padding, pointer
      header.set(
          ValueLayout.JAVA_SHORT, 0, (short) (program.length / SystemCallFilter.INSTRUCTION));
      header.set(ValueLayout.ADDRESS, 8, instructions);
      long thread =
          calls.systemCall(SystemCalls.SECCOMP, SET_MODE_FILTER, ALL_THREADS, header.address(), 0);
      if (thread != 0) {
        throw new IOException("seccomp could not filter thread " + thread);
      }
    }
  }
}
