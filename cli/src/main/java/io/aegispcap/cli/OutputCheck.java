package io.aegispcap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Refuses output files that can't work before any work is done.
final class OutputCheck {
  private final CommandSpec spec;
  private final List<String> inputs;

  OutputCheck(CommandSpec spec, List<String> inputs) {
    this.spec = spec;
    this.inputs = inputs;
  }

  /// @throws ParameterException when it is a folder, lies in none, or is one of the inputs
  void check(String target) throws IOException {
    if (target.equals("-")) {
      return;
    }
    Path path = Path.of(target);
    Path parent = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path)) {
      throw refused(target, "is a folder: name a file in it");
    }
    if (parent == null || !Files.isDirectory(parent)) {
      throw refused(target, "there is no folder " + parent + ": create it first");
    }
    for (String input : inputs) {
      if (!input.equals("-") && Files.exists(path) && same(path, Path.of(input))) {
        throw refused(target, "is also read: an output must not overwrite an input");
      }
    }
  }

  /// Checks where flows are to go: Parquet needs a file of its own.
  void flows(String target, FlowFile format) throws IOException {
    check(target);
    if (format == FlowFile.PARQUET && (target.equals("-") || Output.special(Path.of(target)))) {
      throw refused(target, "Parquet can only be written to a file: name it with -o FILE");
    }
  }

  /// Checks several outputs of one run.
  void distinct(List<String> targets) throws IOException {
    Set<String> seen = new HashSet<>();
    for (String target : targets) {
      check(target);
      if (!seen.add(target) && !target.equals("/dev/null")) {
        throw refused(target, "two outputs can't go to one place");
      }
    }
  }

  private static boolean same(Path output, Path input) throws IOException {
    return Files.exists(input) && Files.isRegularFile(output) && Files.isSameFile(output, input);
  }

  ParameterException refused(String target, String reason) {
    return new ParameterException(spec.commandLine(), target + ": " + reason);
  }
}
