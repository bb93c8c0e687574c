package io.aegispcap.cli;

import io.aegispcap.cage.kernel.NativeCalls;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Runs a program whose kernel answers that it has no Landlock, as an old one does: a filter of
/// system calls says so (ENOSYS), for this process and all that it starts.
final class WithoutLandlock {
  private static final int PRCTL = 157;
  private static final int SECCOMP = 317;
  private static final int FIRST = 444;
  private static final int LAST = 446;

  private WithoutLandlock() {}

  public static void main(String[] command) throws IOException, InterruptedException {
    NativeCalls calls = new NativeCalls();
    calls.systemCall(PRCTL, 38, 1, 0, 0); // PR_SET_NO_NEW_PRIVS
    ByteBuffer program = ByteBuffer.allocate(5 * 8).order(ByteOrder.LITTLE_ENDIAN);
    instruction(program, 0x20, 0, 0, 0); // the call's number
    instruction(program, 0x35, 0, 2, FIRST);
    instruction(program, 0x25, 1, 0, LAST);
    instruction(program, 0x06, 0, 0, 0x00050000 | 38); // ENOSYS
    instruction(program, 0x06, 0, 0, 0x7fff0000); // allowed
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment instructions = arena.allocateFrom(ValueLayout.JAVA_BYTE, program.array());
      MemorySegment header = arena.allocate(16, 8);
      header.set(ValueLayout.JAVA_SHORT, 0, (short) 5);
      header.set(ValueLayout.ADDRESS, 8, instructions);
      calls.systemCall(SECCOMP, 1, 1, header.address(), 0); // all threads
    }
    System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  private static void instruction(ByteBuffer program, int code, int yes, int no, int operand) {
    program.putShort((short) code).put((byte) yes).put((byte) no).putInt(operand);
  }
}
