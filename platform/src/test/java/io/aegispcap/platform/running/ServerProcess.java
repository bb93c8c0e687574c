package io.aegispcap.platform.running;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// A second node in a process of its own, on the database of the tests.
public final class ServerProcess implements AutoCloseable {
  private static final Pattern GREETING = Pattern.compile("AegisPCAP is at http://\\S+:(\\d+)/.*");

  /// Seconds; more on machines that are very busy.
  private static final long PATIENCE = Long.getLong("aegis.patience", 240);

  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> port = new CompletableFuture<>();

  /// @param data its own, empty data directory
  /// @param environment beside what names the database
  public ServerProcess(
      JdbcConnectionDetails database,
      Path data,
      Map<String, String> environment,
      String... arguments)
      throws IOException {
    this(data, environment(database, environment), ownClasses(data, arguments));
  }

  private ServerProcess(Path data, Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Files.createDirectories(data).toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    this.process = builder.start();
    Thread.startVirtualThread(this::read);
  }

  /// A server with a database of its own, under its data directory; that of a launcher where the
  /// property `aegis.launcher` names one, since it starts faster.
  public static ServerProcess alone(Path data, String... arguments) throws IOException {
    return alone(data, Map.of(), arguments);
  }

  /// @param environment for it and for its database server
  public static ServerProcess alone(Path data, Map<String, String> environment, String... arguments)
      throws IOException {
    String launcher = System.getProperty("aegis.launcher", "");
    if (launcher.isEmpty()) {
      return new ServerProcess(data, environment, ownClasses(data, arguments));
    }
    Map<String, String> settings = new HashMap<>(environment);
    for (String argument : arguments) {
      String[] setting = argument.substring("--".length()).split("=", 2);
      settings.put(
          setting[0].toUpperCase(Locale.ROOT).replace('.', '_').replace("-", ""), setting[1]);
    }
    return new ServerProcess(
        data, settings, List.of(launcher, "serve", "--port", "0", "--data", data.toString()));
  }

  /// One like [#alone], whose data directory is a small disk of its own, seen by no other process.
  /// [#inside] leads there.
  ///
  /// @param size such as `300m`
  public static ServerProcess onSmallDisk(Path data, String size, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                MOUNT,
                size,
                data.toString()));
    command.addAll(ownClasses(data, arguments));
    return new ServerProcess(data, Map.of(), command);
  }

  /// Arguments: the size, the folder, and what to run there.
  private static final String MOUNT =
      "mount -t tmpfs -o size=$0 tmpfs \"$1\" && shift && exec \"$@\"";

  /// Whether this machine lets us make small disks.
  public static boolean canMount(Path folder) throws IOException, InterruptedException {
    return new ProcessBuilder(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                MOUNT,
                "1m",
                folder.toString(),
                "true")
            .start()
            .waitFor()
        == 0;
  }

  /// A file as this server sees it.
  public Path inside(Path file) {
    return Path.of("/proc", Long.toString(process.pid()), "root" + file.toAbsolutePath());
  }

  private static Map<String, String> environment(
      JdbcConnectionDetails database, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("AEGIS_DB_URL", database.getJdbcUrl());
    environment.put("AEGIS_DB_USER", database.getUsername());
    environment.put("AEGIS_DB_PASSWORD", database.getPassword());
    environment.putAll(more);
    return environment;
  }

  private static List<String> ownClasses(Path data, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServeMain.class.getName(),
                "--server.port=0",
                "--aegis.data=" + data));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  private void read() {
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        Matcher greeting = GREETING.matcher(line);
        if (greeting.matches()) {
          port.complete(Integer.valueOf(greeting.group(1)));
        }
      }
    } catch (IOException gone) {
      lines.add(gone.toString());
    }
    port.completeExceptionally(new AssertionError("it did not start:\n" + output()));
  }

  /// Once it has started.
  public Browser browser() {
    return new Browser(port.orTimeout(PATIENCE, TimeUnit.SECONDS).join());
  }

  /// What the first group of this pattern is in a line that it wrote, or will.
  public String line(String pattern) throws InterruptedException {
    Pattern wanted = Pattern.compile(pattern);
    for (int i = 0; i < PATIENCE * 10; i++) {
      Matcher found = wanted.matcher(output());
      if (found.find()) {
        return found.group(1);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("it never wrote " + pattern + ":\n" + output());
  }

  /// When it runs.
  public ProcessHandle handle() {
    return process.toHandle();
  }

  public String output() {
    return String.join("\n", lines);
  }

  /// Asks it to stop, as systemd does.
  public void terminate() {
    process.destroy();
  }

  public int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      throw new AssertionError("it still runs:\n" + output());
    }
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
