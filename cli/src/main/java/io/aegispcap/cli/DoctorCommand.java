package io.aegispcap.cli;

import io.aegispcap.extension.sandbox.CageImage;
import io.aegispcap.extension.sandbox.CageRuntime;
import io.aegispcap.extension.sandbox.Confinement;
import java.io.IOException;
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

  private static String runtime() throws IOException {
    CageRuntime plain = CageRuntime.ofThisProgram();
    CageImage image = CageImage.ofThisUser(plain);
    if (image.ready()) {
      return "a Java runtime made for them, at " + image.make().home();
    }
    return "the Java runtime at "
        + plain.home()
        + (image.possible() ? "; one that starts faster is made at first use" : "");
  }

  @Override
  public Integer call() throws IOException {
    Confinement confinement = Confinement.ofThisMachine();
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Java %s at %s%n", Runtime.version(), System.getProperty("java.home"));
    out.printf("Plugins run on %s%n", runtime());
    if (confinement.enforced()) {
      out.printf(
          "Plugins are confined by the kernel: Landlock (version %d), seccomp, resource limits%n",
          confinement.landlock());
    } else {
      out.println("PLUGINS ARE REFUSED, since this machine can't confine them:");
      confinement.missing().forEach(reason -> out.println("  " + reason));
      out.println(
          "--trust-unsandboxed (of serve, analyze and plugin run) runs them all the same. "
              + Confinement.TRUST_WARNING
              + " then.");
    }
    out.flush();
    return confinement.enforced() ? 0 : CANNOT;
  }
}
