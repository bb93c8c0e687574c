package io.aegispcap.platform.running;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Files.createDirectories(data).toFile())
            .redirectErrorStream(true);
    builder.environment().put("AEGIS_DB_URL", database.getJdbcUrl());
    builder.environment().put("AEGIS_DB_USER", database.getUsername());
    builder.environment().put("AEGIS_DB_PASSWORD", database.getPassword());
    builder.environment().putAll(environment);
    this.process = builder.start();
    Thread.startVirtualThread(this::read);
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
