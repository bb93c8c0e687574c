package io.aegispcap.cli.plugin;

import io.aegispcap.extension.trust.FileTrustStore;
import io.aegispcap.extension.trust.Trust;
import io.aegispcap.extension.trust.TrustDecision;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Whose package is it, and is it as they signed it?
@Command(
    name = "verify",
    description = "Says who signed a package, and whether to trust it; needs no network.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  private static final int REFUSED = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PACKAGE", description = "The file to verify.")
  private Path file = Path.of("");

  @Option(
      names = "--trust-store",
      paramLabel = "FILE",
      description = "Keys that you trust. Default: aegispcap/trust.json in your data folder.")
  private Optional<Path> storeFile = Optional.empty();

  @Option(names = "--pin", description = "From now on the namespace belongs to its key.")
  private boolean pin;

  @Override
  public Integer call() throws IOException {
    Path place = storeFile.orElse(Folders.data().resolve("trust.json"));
    try (Target target = Target.open(file)) {
      FileTrustStore store = FileTrustStore.open(place);
      TrustDecision decision = Trust.decide(target.extension(), store);
      PrintWriter out = spec.commandLine().getOut();
      out.println(file + ": " + decision.explanation());
      int code =
          switch (decision) {
            case TrustDecision.Trusted _ -> 0;
            case TrustDecision.FirstUse(String key) -> {
              if (pin) {
                Files.createDirectories(place.toAbsolutePath().getParent());
                store.pin(target.extension().manifest().namespace(), key);
                out.println("pinned");
              }
              yield 0;
            }
            case TrustDecision.Unsigned _,
                TrustDecision.Altered _,
                TrustDecision.Revoked _,
                TrustDecision.OtherKey _,
                TrustDecision.RolledBack _ ->
                REFUSED;
          };
      out.flush();
      return code;
    }
  }
}
