package io.aegispcap.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// Where the database is, and as whom to enter.
record DatabaseAddress(String url, String user, String password) implements JdbcConnectionDetails {
  static final String USER = "aegis";
  private static final String DATABASE = "aegis";

  /// Our own database on a server of our own.
  static DatabaseAddress embedded(String host, int port, DatabasePassword password)
      throws IOException {
    return new DatabaseAddress(
        "jdbc:postgresql://%s:%d/%s".formatted(host, port, DATABASE), USER, password.read());
  }

  /// @throws StartRefusedException when the URL is not one of PostgreSQL
  static DatabaseAddress elsewhere(DatabaseSettings settings) {
    String url = settings.dbUrl().orElse("");
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new StartRefusedException(
          "The database URL must look like jdbc:postgresql://host:5432/aegis, not " + url);
    }
    return new DatabaseAddress(url, settings.dbUser().orElse(""), settings.dbPassword().orElse(""));
  }

  @Override
  public String getJdbcUrl() {
    return url;
  }

  @Override
  public String getUsername() {
    return user;
  }

  @Override
  public String getPassword() {
    return password;
  }

  @Override
  public String toString() {
    return url;
  }

  /// Whether the server lets us in, after at most ten seconds.
  boolean answers() {
    try (Connection connection = maintenance()) {
      return connection.isValid(10);
    } catch (SQLException _) {
      return false;
    }
  }

  /// Makes our database on the server unless it is there.
  void createDatabase() {
    try (Connection connection = maintenance();
        Statement sql = connection.createStatement()) {
      boolean missing =
          !sql.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'").next();
      if (missing) {
        sql.execute("create database " + DATABASE);
      }
    } catch (SQLException refused) {
      throw new StartRefusedException("The database refuses us: " + refused.getMessage(), refused);
    }
  }

  private Connection maintenance() throws SQLException {
    String server = url.substring(0, url.lastIndexOf('/'));
    return DriverManager.getConnection(server + "/postgres?connectTimeout=10", user, password);
  }
}
