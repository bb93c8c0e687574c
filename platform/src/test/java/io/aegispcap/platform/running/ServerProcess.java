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
  private static final long PATIENCE = 90; // seconds

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
    String launcher = System.getProperty("aegis.launcher", "");
    Map<String, String> settings = new HashMap<>();
    for (String argument : arguments) {
      String[] setting = argument.substring("--".length()).split("=", 2);
      settings.put(
          setting[0].toUpperCase(Locale.ROOT).replace('.', '_').replace("-", ""), setting[1]);
    }
    return launcher.isEmpty()
        ? new ServerProcess(data, Map.of(), ownClasses(data, arguments))
        : new ServerProcess(
            data, settings, List.of(launcher, "serve", "--port", "0", "--data", data.toString()));
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
