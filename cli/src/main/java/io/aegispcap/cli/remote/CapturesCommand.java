package io.aegispcap.cli.remote;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Captures of a platform.
@Command(
    name = "captures",
    description = "Uploads captures to a platform, and lists those that are there.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {CapturesCommand.Upload.class, CapturesCommand.ListAll.class})
public final class CapturesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "which command? See aegis captures --help");
  }

  /// Sends files.
  @Command(
      name = "upload",
      description =
          "Sends captures to a platform, which analyses them. A broken connection is taken up where it"
              + " broke.",
      mixinStandardHelpOptions = true)
  static final class Upload implements Callable<Integer> {
    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");
    private static final int FAILED = 1;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ServerArguments arguments = new ServerArguments();

    @Parameters(arity = "1..*", paramLabel = "CAPTURE", description = "Files to send.")
    private List<Path> files = List.of();

    enum Visibility {
      PRIVATE,
      TEAM,
      PUBLIC
    }

    @Option(
        names = "--visibility",
        paramLabel = "WHO",
        description = "Who may see them: private, team or public. Default: ${DEFAULT-VALUE}.")
    private Visibility visibility = Visibility.PRIVATE;

    @Option(
        names = "--wait",
        description = "Returns when all are analysed, with exit code 1 when one could not be.")
    private boolean wait;

    @Override
    public Integer call() throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      int status = 0;
      try (Server server = arguments.connect()) {
        server.requireToken();
        for (Path file : files) {
          TusUpload.Arrived arrived = send(server, file);
          out.printf(
              "%s%s: %s%n",
              file,
              arrived.known() ? " was there already" : "",
              server.page("/captures/" + arrived.capture()));
          out.flush();
          if (wait && !analysed(server, arrived.capture(), out)) {
            status = FAILED;
          }
        }
      }
      return status;
    }

    private TusUpload.Arrived send(Server server, Path file) throws IOException {
      Path name = file.getFileName();
      return new TusUpload(server, file, _ -> {})
          .send(
              name == null ? file.toString() : name.toString(),
              visibility.name().toLowerCase(Locale.ROOT));
    }

    /// Whether it could be.
    private static boolean analysed(Server server, String capture, PrintWriter out)
        throws IOException {
      Json now = server.get("/api/v1/captures/" + capture, Map.of());
      while (!ENDED.contains(now.at("state").at("name").text())) {
        pause();
        now = server.get("/api/v1/captures/" + capture, Map.of());
      }
      boolean done = now.at("state").at("name").text().equals("done");
      String words =
          done ? now.at("verdict").at("sentence").text() : now.at("state").at("problem").text();
      out.println("  " + Table.harmless(words));
      out.flush();
      return done;
    }

    private static void pause() throws InterruptedIOException {
      try {
        TimeUnit.MILLISECONDS.sleep(500);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        InterruptedIOException interrupted = new InterruptedIOException("interrupted");
        interrupted.initCause(stopped);
        throw interrupted;
      }
    }
  }

  /// Shows what is there.
  @Command(
      name = "list",
      description = "Lists the captures you may see, the newest first.",
      mixinStandardHelpOptions = true)
  static final class ListAll implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ServerArguments arguments = new ServerArguments();
    @Mixin private ListArguments listing = new ListArguments();

    @Override
    public Integer call() throws IOException {
      try (Server server = arguments.connect()) {
        listing.print(
            server,
            "/api/v1/captures",
            spec.commandLine().getOut(),
            List.of("ID", "UPLOADED", "STATE", "WORST", "BYTES", "OWNER", "NAME"),
            capture ->
                List.of(
                    capture.at("id").text(),
                    capture.at("uploaded").text(),
                    capture.at("state").at("name").text(),
                    capture.at("verdict").at("worst_severity").text(),
                    capture.at("size").text(),
                    capture.at("owner").text(),
                    capture.at("name").text()));
      }
      return 0;
    }
  }
}
