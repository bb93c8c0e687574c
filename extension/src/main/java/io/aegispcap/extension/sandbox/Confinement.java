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
/// @param seccomp whether the kernel filters system calls
/// @param missing what there has to be and is not, in sentences for people; empty when plugins can
///   be confined
/// @param trusting whether an administrator lets plugins run where they can't be confined
public record Confinement(int landlock, boolean seccomp, List<String> missing, boolean trusting) {
  /// What it means to trust plugins that can't be confined, for people.
  public static final String TRUST_WARNING =
      "Plugins run without a cage: each can read, change and send whatever this program can";

  private static final int LANDLOCK_CREATE_RULESET = 444;
  private static final int VERSION = 1;
  private static final Path SECCOMP_ACTIONS = Path.of("/proc/sys/kernel/seccomp/actions_avail");

  public Confinement {
    missing = List.copyOf(missing);
  }

  /// Whether the kernel confines plugins here.
  public boolean enforced() {
    return missing.isEmpty();
  }

  /// Whether third-party plugins may run here.
  public boolean admits() {
    return enforced() || trusting;
  }

  /// Whether plugins run here that the kernel does not confine.
  public boolean unsandboxed() {
    return trusting && !enforced();
  }

  /// The same, by an explicit choice of who is responsible for this machine. Where plugins can be
  /// confined they are, all the same.
  public Confinement trusted() {
    return new Confinement(landlock, seccomp, missing, true);
  }

  /// Which locks a process gets: all, or those that there are where plugins are trusted.
  String locks() {
    if (enforced()) {
      return "all";
    }
    return knowsCalls() ? seccomp ? "all" : "limits" : "none";
  }

  /// Asks the kernel.
  public static Confinement ofThisMachine() {
    if (!knowsCalls()) {
      return new Confinement(
          0,
          false,
          List.of(
              "plugins can be confined on Linux on x86-64 only; this is "
                  + System.getProperty("os.name", "?")
                  + " on "
                  + System.getProperty("os.arch", "?")),
          false);
    }
    List<String> missing = new ArrayList<>();
    int landlock = askKernel();
    boolean seccomp = Files.exists(SECCOMP_ACTIONS);
    if (landlock == 0) {
      missing.add("the kernel has no Landlock (Linux 5.13 and later; lsm=landlock at boot)");
    }
    if (!seccomp) {
      missing.add("the kernel has no seccomp filters");
    }
    return new Confinement(landlock, seccomp, missing, false);
  }

  /// Whether the numbers of our system calls are those of this machine.
  private static boolean knowsCalls() {
    return System.getProperty("os.name", "").equals("Linux")
        && System.getProperty("os.arch", "").equals("amd64");
  }

  private static int askKernel() {
    try {
      return (int) new NativeCalls().systemCall(LANDLOCK_CREATE_RULESET, 0, 0, VERSION, 0);
    } catch (IOException e) {
      return 0; // there is no such system call, or it is switched off
    }
  }
}
