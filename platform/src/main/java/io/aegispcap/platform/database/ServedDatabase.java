package io.aegispcap.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The database of a platform, for a command beside it: that of a running server is shared, else
/// our PostgreSQL is started for as long as the command takes.
public final class ServedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServedDatabase.class);

  private final DatabaseAddress address;
  private final Optional<EmbeddedPostgres> started;
  private final Optional<DataDirectory> held;

  /// For who interrupts the command: no server stays behind.
  private final Thread interrupted = Thread.ofPlatform().unstarted(this::stopAtOnce);

  private ServedDatabase(
      DatabaseAddress address, Optional<EmbeddedPostgres> started, Optional<DataDirectory> held) {
    this.address = address;
    this.started = started;
    this.held = held;
    if (started.isPresent()) {
      Runtime.getRuntime().addShutdownHook(interrupted);
    }
  }

  /// @param data the data directory
  /// @param url a server instead; name and password as in the URL
  /// @throws StartRefusedException when there is no platform there
  public static ServedDatabase open(Path data, Optional<String> url) throws IOException {
    return open(new DatabaseSettings(data, url, Optional.empty(), Optional.empty()));
  }

  /// Where the settings of the platform say.
  ///
  /// @throws StartRefusedException when there is no platform there
  public static ServedDatabase open(Environment settings) throws IOException {
    return open(settings(settings));
  }

  private static ServedDatabase open(DatabaseSettings settings) throws IOException {
    if (settings.elsewhere()) {
      return at(DatabaseAddress.elsewhere(settings));
    }
    Path data = settings.data();
    Path folder = data.toAbsolutePath().normalize().resolve("postgres");
    Path cluster = folder.resolve("data");
    if (!Files.exists(cluster)) {
      throw new StartRefusedException(
          "There is no platform in " + data + ". Name its folder with --data.");
    }
    DatabasePassword password = DatabasePassword.in(folder);
    Optional<PostmasterFile> running = PostmasterFile.in(cluster).filter(PostmasterFile::runs);
    return running.isPresent()
        ? at(DatabaseAddress.embedded("127.0.0.1", running.get().port(), password))
        : start(DataDirectory.open(data), folder, password);
  }

  /// A database for what is restored: a new one in a directory that was empty, or the server that
  /// the settings name.
  ///
  /// @param directory stays open when this is closed
  static ServedDatabase make(DataDirectory directory, DatabaseSettings settings)
      throws IOException {
    if (settings.elsewhere()) {
      DatabaseAddress address = DatabaseAddress.elsewhere(settings);
      DatabaseRequirements.check(address);
      return at(address);
    }
    Path folder = directory.folder("postgres");
    DatabasePassword password = DatabasePassword.makeIn(folder, new SecureRandom());
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, password);
    return new ServedDatabase(postgres.address(), Optional.of(postgres), Optional.empty());
  }

  static DatabaseSettings settings(Environment settings) {
    return Binder.get(settings).bind("aegis", DatabaseSettings.class).get();
  }

  private static ServedDatabase at(DatabaseAddress address) {
    return new ServedDatabase(address, Optional.empty(), Optional.empty());
  }

  private static ServedDatabase start(
      DataDirectory directory, Path folder, DatabasePassword password) throws IOException {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, password);
    return new ServedDatabase(postgres.address(), Optional.of(postgres), Optional.of(directory));
  }

  /// A new connection.
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        address.getJdbcUrl(), address.getUsername(), address.getPassword());
  }

  /// A new connection, in a transaction that sees one state of everything.
  public Connection snapshot() throws SQLException {
    Connection connection = connect();
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return connection;
  }

  /// A new connection each time it is asked.
  public DataSource source() {
    return new DriverManagerDataSource(
        address.getJdbcUrl(), address.getUsername(), address.getPassword());
  }

  private void stopAtOnce() {
    try {
      started.orElseThrow().close();
    } catch (IOException | StartRefusedException failed) {
      LOG.warn("The database server may still run", failed);
    }
  }

  /// Does nothing when the command was interrupted: then it stops by itself.
  @Override
  public void close() throws IOException {
    if (started.isPresent()) {
      try {
        Runtime.getRuntime().removeShutdownHook(interrupted);
      } catch (IllegalStateException _) {
        return; // we are about to end, and the server is being stopped
      }
      started.get().close();
    }
    if (held.isPresent()) {
      held.get().close();
    }
  }
}
