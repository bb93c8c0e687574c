package io.aegispcap.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/// The database of a platform, for a command beside it: that of a running server is shared, else
/// our PostgreSQL is started for as long as the command takes.
public final class ServedDatabase implements AutoCloseable {
  private final DatabaseAddress address;
  private final Optional<EmbeddedPostgres> started;
  private final Optional<DataDirectory> held;

  private ServedDatabase(
      DatabaseAddress address, Optional<EmbeddedPostgres> started, Optional<DataDirectory> held) {
    this.address = address;
    this.started = started;
    this.held = held;
  }

  /// @param data the data directory
  /// @param url a server instead; name and password as in the URL
  /// @throws StartRefusedException when there is no platform there
  public static ServedDatabase open(Path data, Optional<String> url) throws IOException {
    if (url.isPresent()) {
      return new ServedDatabase(
          DatabaseAddress.elsewhere(
              new DatabaseSettings(data, url, Optional.empty(), Optional.empty())),
          Optional.empty(),
          Optional.empty());
    }
    Path folder = data.toAbsolutePath().normalize().resolve("postgres");
    Path cluster = folder.resolve("data");
    if (!Files.exists(cluster)) {
      throw new StartRefusedException(
          "There is no platform in " + data + ". Name its folder with --data.");
    }
    DatabasePassword password = DatabasePassword.in(folder);
    Optional<PostmasterFile> running = PostmasterFile.in(cluster).filter(PostmasterFile::runs);
    return running.isPresent()
        ? new ServedDatabase(
            DatabaseAddress.embedded("127.0.0.1", running.get().port(), password),
            Optional.empty(),
            Optional.empty())
        : start(data, folder, password);
  }

  private static ServedDatabase start(Path data, Path folder, DatabasePassword password)
      throws IOException {
    DataDirectory directory = DataDirectory.open(data);
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, password);
    return new ServedDatabase(postgres.address(), Optional.of(postgres), Optional.of(directory));
  }

  /// A new connection, in a transaction that sees one state of everything.
  public Connection snapshot() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            address.getJdbcUrl(), address.getUsername(), address.getPassword());
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return connection;
  }

  @Override
  public void close() throws IOException {
    if (started.isPresent()) {
      started.get().close();
    }
    if (held.isPresent()) {
      held.get().close();
    }
  }
}
