package io.aegispcap.cli.plugin;

import io.aegispcap.plugin.Plugin;
import io.aegispcap.plugin.PluginKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes a project that builds, with a test that passes.
@Command(
    name = "new",
    description = "Makes a project: a plugin that works, its test, its manifest.",
    mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final Supplier<String> version;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "Lower case with dashes, such as port-knock.")
  private String name = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "${COMPLETION-CANDIDATES}. Default: detector.")
  private PluginKind kind = PluginKind.DETECTOR;

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      description = "Yours, before the slash of the package's id. Default: example.")
  private String namespace = "example";

  NewCommand(Supplier<String> version) {
    this.version = version;
  }

  @Override
  public Integer call() throws IOException {
    if (!NAME.matcher(name).matches() || !NAME.matcher(namespace).matches()) {
      throw new ParameterException(
          spec.commandLine(), "a name is lower case, digits and dashes, such as port-knock");
    }
    Path folder = Path.of(name);
    if (Files.exists(folder)) {
      throw new IOException(folder + " is there already, and is left as it is");
    }
    new ProjectFiles(template(), values(), folder, version.get()).write();
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Made %s: %s/%s, %s.%n", folder, namespace, name, kind.label());
    out.printf("Build and test it:  %s/mvnw -f %s verify%n", folder, folder);
    out.printf("Try it:             aegis plugin run %s --on CAPTURE%n", folder);
    out.flush();
    return 0;
  }

  private Map<String, String> values() {
    StringBuilder type = new StringBuilder();
    for (String word : name.split("-")) {
      type.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    String javaPackage = (namespace + "." + name).replace("-", "");
    return Map.of(
        "FOLDER",
        javaPackage.replace('.', '/'),
        "NAME",
        name,
        "NAMESPACE",
        namespace,
        "TYPE",
        type.toString(),
        "PACKAGE",
        javaPackage,
        "VERSION",
        version.get());
  }

  private String template() throws IOException {
    String file = kind.label() + ".txt";
    try (InputStream in = NewCommand.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + file + ", with " + Plugin.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
