package io.aegispcap.cli;

import io.aegispcap.analysis.detection.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The packets behind an alert or a flow.
@Command(
    name = "slice",
    description = "Copies the packets behind an alert or a flow into a capture of their own.",
    mixinStandardHelpOptions = true)
final class SliceCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CaptureArguments arguments = new CaptureArguments();
  @Mixin private HomeArguments home = new HomeArguments();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Wanted wanted = new Wanted();

  /// What to look for.
  private static final class Wanted {
    @Option(
        names = "--alert",
        paramLabel = "ID",
        description = "An alert's id, as analyze prints it. Use the same options as there.")
    private Optional<String> alert = Optional.empty();

    @Option(names = "--community-id", paramLabel = "ID", description = "A flow's Community ID.")
    private Optional<String> communityId = Optional.empty();
  }

  @Option(
      names = "--whole-flows",
      description = "With --alert: all packets of its flows, not only those that prove it.")
  private boolean wholeFlows;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where to write: pcap when it ends so, else pcapng.")
  private String output = "";

  SliceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    check();
    Slicing slicing = new Slicing(arguments.captures(), home.options(arguments));
    FrameSet frames = frames(slicing);
    if (frames.size() == 0) {
      throw new IOException(
          "no packet of these captures belongs to a flow " + wanted.communityId.orElse(""));
    }
    write(slicing, frames);
    if (!arguments.quiet()) {
      spec.commandLine().getErr().println("aegis: " + frames.size() + " packets in " + output);
    }
    return 0;
  }

  private void check() throws IOException {
    new OutputCheck(spec, arguments.captures()).check(output);
    for (String capture : arguments.captures()) {
      if (capture.equals("-") || Output.special(Path.of(capture)) && !directory(capture)) {
        throw new ParameterException(
            spec.commandLine(),
            capture + ": is read several times, and a stream can be read only once: name a file");
      }
    }
  }

  private static boolean directory(String capture) {
    return Files.isDirectory(Path.of(capture));
  }

  private FrameSet frames(Slicing slicing) throws IOException {
    if (wanted.communityId.isPresent()) {
      return slicing.flows(Set.of(wanted.communityId.get()));
    }
    String id = wanted.alert.orElse("");
    Optional<Alert> alert = slicing.alert(id);
    if (alert.isEmpty()) {
      throw new IOException(
          "these captures have no alert "
              + id
              + ": ids change with captures, options and detectors; aegis analyze prints them");
    }
    return wholeFlows ? slicing.flows(alert.get()) : Slicing.evidence(alert.get());
  }

  private void write(Slicing slicing, FrameSet frames) throws IOException {
    Path target = Path.of(output.equals("-") ? "/dev/stdout" : output);
    if (Output.special(target)) {
      console.out().flush();
      slicing.copy(frames, target);
      return;
    }
    try (Unfinished folder = Unfinished.beside(target)) {
      Path made = folder.file(target.getFileName().toString());
      slicing.copy(frames, made);
      Output.move(made, target);
    }
  }
}
