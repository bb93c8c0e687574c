package io.aegispcap.extension.sandbox;

import io.aegispcap.cage.kernel.NativeCalls;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/// Takes file system, network and signals from the calling thread and from what it starts, but for
/// places that may be read (`linux/landlock.h`).
final class Landlock {
  private static final int CLOSE = 3;
  private static final int PRCTL = 157;
  private static final int CREATE_RULESET = 444;
  private static final int ADD_RULE = 445;
  private static final int RESTRICT_SELF = 446;
  private static final int PATH_BENEATH = 1;
  private static final int NO_NEW_PRIVILEGES = 38;

  private static final int EXECUTE = 1;
  private static final int READ_FILE = 1 << 2;
  private static final int READ_DIR = 1 << 3;

  /// First versions of the interface that know: moving files, truncating, ioctl on devices, TCP,
  /// signals and abstract sockets.
  private static final int MOVES = 2;

  private static final int TRUNCATES = 3;
  private static final int NETWORK = 4;
  private static final int DEVICES = 5;
  private static final int SCOPES = 6;

  private final NativeCalls calls = new NativeCalls();
  private final int version;

  /// @param version of the kernel's interface
  Landlock(int version) {
    this.version = version;
  }

  /// Restricts the calling thread for ever.
  ///
  /// @param readable files and folders that may be read and executed, with all that is in them
  /// @throws IOException when the kernel does not do it: then nothing may be started
  void restrict(Collection<Path> readable) throws IOException {
    int ruleset = ruleset();
    for (Path path : readable) {
      allow(ruleset, path);
    }
    calls.systemCall(PRCTL, NO_NEW_PRIVILEGES, 1, 0, 0);
    calls.systemCall(RESTRICT_SELF, ruleset, 0, 0, 0);
    calls.systemCall(CLOSE, ruleset, 0, 0, 0);
  }

  private int ruleset() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      long network = version >= NETWORK ? 3 : 0;
      long scopes = version >= SCOPES ? 3 : 0;
      MemorySegment rights =
          arena.allocateFrom(ValueLayout.JAVA_LONG, fileRights(), network, scopes);
      int size = version >= SCOPES ? 24 : version >= NETWORK ? 16 : 8;
      return (int) calls.systemCall(CREATE_RULESET, rights.address(), size, 0, 0);
    }
  }

  private long fileRights() {
    long rights = (1 << 13) - 1;
    rights |= version >= MOVES ? 1 << 13 : 0;
    rights |= version >= TRUNCATES ? 1 << 14 : 0;
    return rights | (version >= DEVICES ? 1 << 15 : 0);
  }

  private void allow(int ruleset, Path path) throws IOException {
    int place = calls.openPlace(path.toString());
    try (Arena arena = Arena.ofConfined()) {
      long rights = EXECUTE | READ_FILE | (Files.isDirectory(path) ? READ_DIR : 0);
      MemorySegment rule = arena.allocate(12, 8); // packed
      rule.set(ValueLayout.JAVA_LONG, 0, rights);
      rule.set(ValueLayout.JAVA_INT, 8, place);
      calls.systemCall(ADD_RULE, ruleset, PATH_BENEATH, rule.address(), 0);
    } finally {
      calls.systemCall(CLOSE, place, 0, 0, 0);
    }
  }
}
