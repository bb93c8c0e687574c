package io.aegispcap.cli;

import io.aegispcap.extension.sandbox.CageRuntime;
import io.aegispcap.extension.sandbox.Confinement;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What this machine can do.
@Command(
    name = "doctor",
    description = "Says what this machine can enforce on plugins.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final int CANNOT = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Confinement confinement = Confinement.ofThisMachine();
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Java %s at %s%n", Runtime.version(), System.getProperty("java.home"));
    out.printf("Plugins run on the Java runtime at %s%n", CageRuntime.ofThisProgram().home());
    if (confinement.enforced()) {
      out.printf(
          "Plugins are confined by the kernel: Landlock (version %d), seccomp, resource limits%n",
          confinement.landlock());
    } else {
      out.println("Plugins are refused, since this machine can't confine them:");
      confinement.missing().forEach(reason -> out.println("  " + reason));
    }
    out.flush();
    return confinement.enforced() ? 0 : CANNOT;
  }
}
