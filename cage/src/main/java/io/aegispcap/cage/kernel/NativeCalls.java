package io.aegispcap.cage.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The few functions of the C library that it takes to lock a process up, and to speak over
/// descriptors whose numbers Java does not know.
public final class NativeCalls {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  /// O_PATH and O_CLOEXEC.
  private static final int PLACE = 0x200000 | 0x80000;

  private final MethodHandle syscall =
      variadic(
          "syscall", 1, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
          JAVA_LONG);
  private final MethodHandle fcntl = variadic("fcntl", 2, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  private final MethodHandle open = variadic("open", 2, JAVA_INT, ADDRESS, JAVA_INT);
  private final MethodHandle dup2 = plain("dup2", JAVA_INT, JAVA_INT, JAVA_INT);
  private final MethodHandle getpid = plain("getpid", JAVA_INT);
  private final MethodHandle read = plain("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private final MethodHandle write = plain("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);

  private static MethodHandle variadic(
      String name, int fixed, MemoryLayout answer, MemoryLayout... arguments) {
    return handle(name, answer, arguments, Linker.Option.firstVariadicArg(fixed), capture());
  }

  private static MethodHandle plain(String name, MemoryLayout answer, MemoryLayout... arguments) {
    return handle(name, answer, arguments, capture());
  }

  private static Linker.Option capture() {
    return Linker.Option.captureCallState("errno");
  }

  private static MethodHandle handle(
      String name, MemoryLayout answer, MemoryLayout[] arguments, Linker.Option... options) {
    MemorySegment address = LINKER.defaultLookup().findOrThrow(name);
    return LINKER.downcallHandle(address, FunctionDescriptor.of(answer, arguments), options);
  }

  private interface Call {
    long invoke(MemorySegment state) throws Throwable;
  }

  /// @throws IOException when it answers with a negative number
  private static long check(String name, Arena arena, Call call) throws IOException {
    MemorySegment state = arena.allocate(STATE);
    long answer = invoke(name, call, state);
    if (answer < 0) {
      throw new IOException(name + " failed, errno " + (int) ERRNO.get(state, 0L));
    }
    return answer;
  }

  private static long invoke(String name, Call call, MemorySegment state) {
    try {
      return call.invoke(state);
    } catch (Throwable e) { // a downcall throws nothing of its own
      throw new IllegalStateException(name, e);
    }
  }

  /// A system call by its number; pointers are addresses, further arguments are 0.
  public long systemCall(int number, long first, long second, long third, long fourth)
      throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      return check(
          "system call " + number,
          arena,
          state ->
              (long)
                  syscall.invokeExact(state, (long) number, first, second, third, fourth, 0L, 0L));
    }
  }

  public int pid() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      return (int) check("getpid", arena, state -> (int) getpid.invokeExact(state));
    }
  }

  /// A copy of a descriptor, with a number of at least 10, that no program started from here has.
  public int moved(int descriptor) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int duplicate = 1030; // F_DUPFD_CLOEXEC
      return (int)
          check("fcntl", arena, state -> (int) fcntl.invokeExact(state, descriptor, duplicate, 10));
    }
  }

  /// Makes `descriptor` mean what `other` means.
  public void redirect(int other, int descriptor) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      check("dup2", arena, state -> (int) dup2.invokeExact(state, other, descriptor));
    }
  }

  /// Opens a file for reading.
  public int open(String path) throws IOException {
    return open(path, 0);
  }

  /// Opens a file or folder only to name it in other calls.
  public int openPlace(String path) throws IOException {
    return open(path, PLACE);
  }

  private int open(String path, int flags) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      return (int)
          check("open " + path, arena, state -> (int) open.invokeExact(state, name, flags));
    }
  }

  /// @return bytes read; 0 at the end
  public int read(int descriptor, MemorySegment buffer, int length) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      return (int)
          check(
              "read",
              arena,
              state -> (long) read.invokeExact(state, descriptor, buffer, (long) length));
    }
  }

  /// @return bytes written
  public int write(int descriptor, MemorySegment buffer, int length) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      return (int)
          check(
              "write",
              arena,
              state -> (long) write.invokeExact(state, descriptor, buffer, (long) length));
    }
  }
}
