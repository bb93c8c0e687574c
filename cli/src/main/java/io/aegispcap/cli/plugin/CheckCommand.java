package io.aegispcap.cli.plugin;

import io.aegispcap.extension.pack.CheckInput;
import io.aegispcap.extension.pack.CheckResult;
import io.aegispcap.extension.pack.PackageChecks;
import io.aegispcap.extension.pack.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// All that is checked before a package's code may run.
@Command(
    name = "check",
    description = "Checks a package or project as an installation would, without running it.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  private final Supplier<String> version;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "TARGET", description = "Package, or folder of a built project.")
  private Path place = Path.of("");

  CheckCommand(Supplier<String> version) {
    this.version = version;
  }

  @Override
  public Integer call() throws IOException {
    try (Target target = Target.open(place)) {
      List<CheckResult> results =
          PackageChecks.run(new CheckInput(target.extension(), version.get(), Set.of(), Set.of()));
      PrintWriter out = spec.commandLine().getOut();
      for (CheckResult result : results) {
        out.printf("%-7s %s%n", result.verdict().name().toLowerCase(Locale.ROOT), result.check());
        result.evidence().forEach(line -> out.println("        " + Lines.harmless(line)));
      }
      out.flush();
      boolean failed = results.stream().anyMatch(it -> it.verdict() == Verdict.FAILED);
      return failed ? FAILED : 0;
    }
  }
}
