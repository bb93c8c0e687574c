package io.aegispcap.cage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// A seccomp filter for x86-64: what is not allowed fails with EPERM; calls of another architecture
/// kill the process. Classic BPF over `struct seccomp_data` (`linux/seccomp.h`).
final class SystemCallFilter {
  /// Bytes of a `sock_filter`.
  static final int INSTRUCTION = 8;

  private static final int LOAD = 0x20; // BPF_LD | BPF_W | BPF_ABS
  private static final int AND = 0x54; // BPF_ALU | BPF_AND | BPF_K
  private static final int IF_EQUAL = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
  private static final int IF_AT_LEAST = 0x35; // BPF_JMP | BPF_JGE | BPF_K
  private static final int RETURN = 0x06; // BPF_RET | BPF_K

  private static final int ALLOW = 0x7fff0000;
  private static final int KILL_PROCESS = 0x80000000;
  private static final int ERRNO = 0x00050000;
  private static final int EPERM = 1;
  private static final int ENOSYS = 38;

  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;
  private static final int X86_64 = 0xc000003e;
  private static final int X32 = 0x40000000;

  /// O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND, O_PATH and the bit of O_TMPFILE.
  private static final int NOT_READING = 0x1 | 0x2 | 0x40 | 0x200 | 0x400 | 0x200000 | 0x400000;

  private static final int VM_AND_THREAD = 0x100 | 0x10000;

  /// F_GETFD, F_SETFD, F_GETFL.
  private static final int[] FCNTL_COMMANDS = {1, 2, 3};

  /// PR_SET_NAME, PR_GET_NAME, PR_SET_VMA.
  private static final int[] PRCTL_COMMANDS = {15, 16, 0x53564d41};

  private record Instruction(int code, int ifTrue, int ifFalse, int operand) {}

  private final List<Instruction> program = new ArrayList<>();

  /// @param ownPid signals may go there alone
  static byte[] program(int ownPid) {
    SystemCallFilter filter = new SystemCallFilter();
    filter.judgeArchitecture();
    filter.judgeNumbers();
    filter.judgeArguments(ownPid);
    filter.add(RETURN, ERRNO | EPERM);
    return filter.bytes();
  }

  private void judgeArchitecture() {
    add(LOAD, ARCHITECTURE);
    jump(IF_EQUAL, X86_64, 1, 0);
    add(RETURN, KILL_PROCESS);
    add(LOAD, NUMBER);
    jump(IF_AT_LEAST, X32, 0, 1);
    add(RETURN, KILL_PROCESS);
  }

  private void judgeNumbers() {
    for (int number : SystemCalls.HARMLESS) {
      jump(IF_EQUAL, number, 0, 1);
      add(RETURN, ALLOW);
    }
    jump(IF_EQUAL, SystemCalls.CLONE3, 0, 1);
    add(RETURN, ERRNO | ENOSYS); // the C library falls back to clone, whose flags can be seen
  }

  private void judgeArguments(int ownPid) {
    ifMasked(SystemCalls.OPEN, 1, NOT_READING, 0);
    ifMasked(SystemCalls.OPENAT, 2, NOT_READING, 0);
    ifMasked(SystemCalls.CLONE, 0, VM_AND_THREAD, VM_AND_THREAD);
    ifOneOf(SystemCalls.TGKILL, 0, ownPid);
    ifOneOf(SystemCalls.FCNTL, 1, FCNTL_COMMANDS);
    ifOneOf(SystemCalls.PRCTL, 0, PRCTL_COMMANDS);
    jump(IF_EQUAL, SystemCalls.PRLIMIT64, 0, 6); // reading limits only: no pointer to new ones
    add(LOAD, argument(2));
    jump(IF_EQUAL, 0, 0, 3);
    add(LOAD, argument(2) + 4);
    jump(IF_EQUAL, 0, 0, 1);
    add(RETURN, ALLOW);
    add(RETURN, ERRNO | EPERM);
  }

  /// Allows a call whose argument has this value under the mask.
  private void ifMasked(int number, int index, int mask, int value) {
    jump(IF_EQUAL, number, 0, 5);
    add(LOAD, argument(index));
    add(AND, mask);
    jump(IF_EQUAL, value, 0, 1);
    add(RETURN, ALLOW);
    add(RETURN, ERRNO | EPERM);
  }

  private void ifOneOf(int number, int index, int... values) {
    jump(IF_EQUAL, number, 0, 2 * values.length + 2);
    add(LOAD, argument(index));
    for (int value : values) {
      jump(IF_EQUAL, value, 0, 1);
      add(RETURN, ALLOW);
    }
    add(RETURN, ERRNO | EPERM);
  }

  /// Where the lower half of an argument stands.
  private static int argument(int index) {
    return 16 + 8 * index;
  }

  private void add(int code, int operand) {
    program.add(new Instruction(code, 0, 0, operand));
  }

  private void jump(int code, int operand, int ifTrue, int ifFalse) {
    program.add(new Instruction(code, ifTrue, ifFalse, operand));
  }

  private byte[] bytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(INSTRUCTION * program.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (Instruction it : program) {
      bytes.putShort((short) it.code()).put((byte) it.ifTrue()).put((byte) it.ifFalse());
      bytes.putInt(it.operand());
    }
    return bytes.array();
  }
}
