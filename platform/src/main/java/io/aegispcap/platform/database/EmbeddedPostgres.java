package io.aegispcap.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of our own under the data directory, reachable from this machine alone and
/// with a password that only the directory's owner can read.
final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String LOOPBACK = "127.0.0.1";

  private final PostgresProgram programs;
  private final Path data;
  private final int port;
  private final DatabaseAddress address;
  private boolean closed;

  private EmbeddedPostgres(PostgresProgram programs, Path data, int port, DatabaseAddress address) {
    this.programs = programs;
    this.data = data;
    this.port = port;
    this.address = address;
  }

  /// Starts the server, or adopts the one that outlived a killed platform.
  ///
  /// @param folder where it keeps its programs, its data and its password
  /// @throws StartRefusedException when the data is of another major version, or PostgreSQL fails
  static EmbeddedPostgres start(Path folder, DatabasePassword password) throws IOException {
    PostgresSoftware software = PostgresSoftware.unpackInto(folder);
    PostgresProgram programs = new PostgresProgram(software);
    Path data = folder.resolve("data");
    if (!Files.exists(data)) {
      initialise(programs, folder, data, password);
    }
    refuseOtherVersion(software, data);
    Optional<Integer> adopted = adopt(programs, data, password);
    int port = adopted.isPresent() ? adopted.get() : freePort();
    if (adopted.isEmpty()) {
      launch(programs, data, port);
    }
    DatabaseAddress address = DatabaseAddress.embedded(LOOPBACK, port, password);
    address.createDatabase();
    return new EmbeddedPostgres(programs, data, port, address);
  }

  DatabaseAddress address() {
    return address;
  }

  /// Starts the server anew, where it was, when something killed it.
  ///
  /// @throws StartRefusedException when it does not start, as for a moment after its end
  synchronized void keepRunning() throws IOException {
    if (!closed && PostmasterFile.in(data).filter(PostmasterFile::runs).isEmpty()) {
      LOG.warn("The database server is gone; starting it again");
      Files.deleteIfExists(data.resolve("postmaster.pid"));
      launch(programs, data, port);
    }
  }

  /// Stops in order: transactions under way are rolled back, everything is written.
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    stop(programs, data, "fast");
  }

  /// Into a folder of another name first: a crash half-way leaves nothing that looks like data.
  private static void initialise(
      PostgresProgram programs, Path folder, Path data, DatabasePassword password)
      throws IOException {
    LOG.info("Making a database in {}", data);
    Path unfinished = folder.resolve("data-unfinished");
    PostgresSoftware.delete(unfinished);
    programs.run(
        "initdb",
        List.of(
            "--pgdata=" + unfinished,
            "--username=" + DatabaseAddress.USER,
            "--pwfile=" + password.file(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--no-instructions"));
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void refuseOtherVersion(PostgresSoftware software, Path data) throws IOException {
    String found = Files.readString(data.resolve("PG_VERSION")).strip();
    if (!found.equals(software.majorVersion())) {
      throw new StartRefusedException(
          "The database in %s is of PostgreSQL %s; this version runs PostgreSQL %s. Restore a backup into an empty --data directory, or start the version of AegisPCAP that made it."
              .formatted(data, found, software.majorVersion()));
    }
  }

  /// The port of a server that outlived us; one that does not answer is stopped.
  private static Optional<Integer> adopt(
      PostgresProgram programs, Path data, DatabasePassword password) throws IOException {
    Optional<PostmasterFile> survivor = PostmasterFile.in(data);
    if (survivor.isEmpty()) {
      return Optional.empty();
    }
    if (!survivor.get().runs()) {
      Files.delete(data.resolve("postmaster.pid")); // its number may belong to another program now
      return Optional.empty();
    }
    int port = survivor.get().port();
    if (DatabaseAddress.embedded(LOOPBACK, port, password).answers()) {
      LOG.info(
          "Adopted the database server of an earlier run, process {}", survivor.get().process());
      return Optional.of(port);
    }
    LOG.warn("The database server of an earlier run does not answer; stopping it");
    stop(programs, data, "immediate");
    return Optional.empty();
  }

  private static void launch(PostgresProgram programs, Path data, int port) throws IOException {
    String options =
        "-c listen_addresses=%s -c port=%d -c unix_socket_directories= -c timezone=UTC -c logging_collector=on -c log_filename=postgresql-%%a.log -c log_truncate_on_rotation=on"
            .formatted(LOOPBACK, port);
    programs.run(
        "pg_ctl",
        List.of(
            "start",
            "--pgdata=" + data,
            "--wait",
            "--timeout=300", // recovery after a crash takes its time
            "--log=" + data.resolveSibling("start.log"),
            "--options=" + options));
  }

  private static void stop(PostgresProgram programs, Path data, String mode) throws IOException {
    programs.run("pg_ctl", List.of("stop", "--pgdata=" + data, "--wait", "--mode=" + mode));
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
      return any.getLocalPort();
    }
  }
}
