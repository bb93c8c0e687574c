package io.aegispcap.extension.sandbox;

import io.aegispcap.cage.kernel.NativeCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What this machine can enforce on a plugin's process.
///
/// @param landlock version of the kernel's Landlock interface; 0 when there is none
/// @param missing what there has to be and is not, in sentences for people; empty when plugins can
///   be confined
public record Confinement(int landlock, List<String> missing) {
  private static final int LANDLOCK_CREATE_RULESET = 444;
  private static final int VERSION = 1;
  private static final Path SECCOMP_ACTIONS = Path.of("/proc/sys/kernel/seccomp/actions_avail");

  public Confinement {
    missing = List.copyOf(missing);
  }

  /// Whether third-party plugins may run here.
  public boolean enforced() {
    return missing.isEmpty();
  }

  /// Asks the kernel.
  public static Confinement ofThisMachine() {
    String system = System.getProperty("os.name", "");
    String architecture = System.getProperty("os.arch", "");
    if (!system.equals("Linux") || !architecture.equals("amd64")) {
      return new Confinement(
          0,
          List.of(
              "plugins can be confined on Linux on x86-64 only; this is "
                  + system
                  + " on "
                  + architecture));
    }
    List<String> missing = new ArrayList<>();
    int landlock = askKernel();
    if (landlock == 0) {
      missing.add("the kernel has no Landlock (Linux 5.13 and later; lsm=landlock at boot)");
    }
    if (!Files.exists(SECCOMP_ACTIONS)) {
      missing.add("the kernel has no seccomp filters");
    }
    return new Confinement(landlock, missing);
  }

  private static int askKernel() {
    try {
      return (int) new NativeCalls().systemCall(LANDLOCK_CREATE_RULESET, 0, 0, VERSION, 0);
    } catch (IOException e) {
      return 0; // there is no such system call, or it is switched off
    }
  }
}
