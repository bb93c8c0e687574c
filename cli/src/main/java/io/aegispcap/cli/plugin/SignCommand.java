package io.aegispcap.cli.plugin;

import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.trust.AuthorKey;
import io.aegispcap.extension.trust.PackageSigner;
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

/// Signs a package.
@Command(
    name = "sign",
    description = "Signs a package with your key; makes a key when you have none.",
    mixinStandardHelpOptions = true)
final class SignCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PACKAGE", description = "The file to sign.")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "Private Ed25519 key in PEM. Default: aegispcap/author.pem in your configuration folder,"
              + " made at first use.")
  private Optional<Path> keyFile = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to. Default: the package itself.")
  private Optional<Path> output = Optional.empty();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path target = output.orElse(file);
    try {
      AuthorKey key = key(out);
      PackageSigner.sign(file, key, target);
      out.printf("%s is signed with the key %s%n", target, key.publicKey());
    } catch (InvalidPackageException e) {
      throw new IOException(Target.text(file, e.faults()), e);
    } finally {
      out.flush();
    }
    return 0;
  }

  private AuthorKey key(PrintWriter out) throws IOException {
    if (keyFile.isPresent()) {
      return AuthorKey.load(keyFile.get());
    }
    Path own = Folders.configuration().resolve("author.pem");
    if (Files.exists(own)) {
      return AuthorKey.load(own);
    }
    Files.createDirectories(own.toAbsolutePath().getParent());
    AuthorKey made = AuthorKey.generate();
    made.save(own);
    out.println("Made your key: " + own + ". Keep a copy: who has it can sign as you.");
    return made;
  }
}
