package io.aegispcap.cli.plugin;

import io.aegispcap.extension.pack.ExtensionPackage;
import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.pack.Manifest;
import io.aegispcap.extension.pack.ManifestReader;
import io.aegispcap.extension.pack.PackageBuilder;
import io.aegispcap.extension.pack.PackageWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Project to package.
@Command(
    name = "pack",
    description = "Puts a built project into one file; the same project gives the same bytes.",
    mixinStandardHelpOptions = true)
final class PackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PROJECT", description = "Folder with aegis-plugin.json.")
  private Path project = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to. Default: NAME-VERSION.aegisx in this folder.")
  private Optional<Path> output = Optional.empty();

  @Override
  public Integer call() throws IOException {
    try {
      Map<String, byte[]> files = PackageBuilder.of(project);
      Manifest manifest =
          ManifestReader.read(
              Objects.requireNonNull(files.get(Manifest.FILE), "the builder refuses without one"));
      String name = manifest.id().substring(manifest.id().indexOf('/') + 1);
      Path target = output.orElse(Path.of(name + "-" + manifest.version() + ".aegisx"));
      PackageWriter.write(files, target);
      ExtensionPackage written = ExtensionPackage.open(target);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "%s holds %s %s, %d files%n", target, manifest.id(), manifest.version(), files.size());
      out.println("SHA-256 " + written.sha256());
      out.flush();
      return 0;
    } catch (InvalidPackageException e) {
      throw new IOException(Target.text(project, e.faults()), e);
    }
  }
}
