package io.aegispcap.cli;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.Evidence;
import io.aegispcap.analysis.slice.FrameSet;
import io.aegispcap.analysis.slice.Slicing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
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

  @Option(
      names = "--alert",
      paramLabel = "ID",
      description = "An alert's id, as analyze prints it. Use the same options as there.")
  private Optional<String> wantedAlert = Optional.empty();

  @Option(names = "--community-id", paramLabel = "ID", description = "A flow's Community ID.")
  private Optional<String> communityId = Optional.empty();

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
    Slicing slicing =
        new Slicing(arguments.captures(), home.options(arguments), AegisVersion.number());
    FrameSet frames = frames(slicing);
    if (frames.size() == 0) {
      throw new IOException(
          "no packet of these captures belongs to a flow " + communityId.orElse(""));
    }
    write(slicing, frames);
    if (!arguments.quiet()) {
      spec.commandLine().getErr().println("aegis: " + frames.size() + " packets in " + output);
    }
    return 0;
  }

  private void check() throws IOException {
    if (wantedAlert.isPresent() == communityId.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "name either --alert ID or --community-id ID");
    }
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
    if (communityId.isPresent()) {
      FrameSet flow = new FrameSet();
      slicing.addFlows(Set.of(communityId.get()), flow);
      return flow;
    }
    String id = wantedAlert.orElse("");
    Optional<Alert> alert = slicing.alert(id);
    if (alert.isEmpty()) {
      throw new IOException(
          "these captures have no alert "
              + id
              + ": ids change with captures, options and detectors; aegis analyze prints them");
    }
    FrameSet frames = Slicing.evidence(alert.get());
    if (wholeFlows) {
      slicing.addFlows(alert.get(), frames);
    }
    limits(alert.get());
    return frames;
  }

  /// Says what an alert that goes on and on does not list.
  private void limits(Alert alert) {
    Evidence evidence = alert.evidence();
    boolean cut =
        wholeFlows
            ? evidence.totalFlows() > evidence.flows().size()
            : evidence.totalFrames() > evidence.frames().size();
    if (cut && !arguments.quiet()) {
      spec.commandLine()
          .getErr()
          .println(
              "aegis: note: this alert lists "
                  + (wholeFlows
                      ? "the first "
                          + evidence.flows().size()
                          + " of "
                          + evidence.totalFlows()
                          + " flows"
                      : evidence.frames().size() + " of " + evidence.totalFrames() + " packets"));
    }
  }

  private void write(Slicing slicing, FrameSet frames) throws IOException {
    Path target = Path.of(output.equals("-") ? "/dev/stdout" : output);
    if (Output.special(target)) {
      console.out().flush();
      slicing.copy(frames, target, output.equals("-") ? "standard output" : output);
      return;
    }
    try (Unfinished folder = Unfinished.beside(target)) {
      Path made = folder.file("slice");
      slicing.copy(frames, made, output);
      Output.move(made, target);
    }
  }
}
