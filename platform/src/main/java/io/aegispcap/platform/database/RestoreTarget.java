package io.aegispcap.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;

/// A data directory and a database for what is restored. Until it is finished no platform starts in
/// the directory; closed unfinished, it leaves the directory empty.
public final class RestoreTarget implements AutoCloseable {
  private final DataDirectory directory;
  private final ServedDatabase database;
  private boolean finished;

  private RestoreTarget(DataDirectory directory, ServedDatabase database) {
    this.directory = directory;
    this.database = database;
  }

  /// Where the settings of the platform say.
  ///
  /// @throws StartRefusedException when the directory is not empty
  public static RestoreTarget open(Environment settings) throws IOException {
    DatabaseSettings where = ServedDatabase.settings(settings);
    DataDirectory directory = DataDirectory.openEmpty(where.data());
    try {
      return new RestoreTarget(directory, ServedDatabase.make(directory, where));
    } catch (IOException | RuntimeException failed) {
      directory.clear();
      directory.close();
      throw failed;
    }
  }

  public DataDirectory directory() {
    return directory;
  }

  public Connection connect() throws SQLException {
    return database.connect();
  }

  public DataSource source() {
    return database.source();
  }

  /// Lets a platform start.
  public void finish() throws IOException {
    database.close();
    directory.restored();
    finished = true;
  }

  @Override
  public void close() throws IOException {
    if (!finished) {
      database.close();
      directory.clear();
    }
    directory.close();
  }
}
