package io.aegispcap.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Looks whether a database that is not our own can hold our tables, and changes nothing in it.
final class DatabaseRequirements {

  /// Source: PostgreSQL, Appendix A, insufficient_privilege.
  private static final String NOT_ALLOWED = "42501";

  private DatabaseRequirements() {}

  /// @throws StartRefusedException when it can't, with what an administrator is to do
  static void check(DatabaseAddress address) {
    try (Connection connection =
            DriverManager.getConnection(
                address.getJdbcUrl(), address.getUsername(), address.getPassword());
        Statement sql = connection.createStatement()) {
      if (!isThere(sql, "select from pg_extension where extname = 'pg_trgm'")) {
        tryToCreate(connection, sql);
      }
    } catch (SQLException refused) {
      throw new StartRefusedException(
          "The database at %s can't be used: %s"
              .formatted(withoutParameters(address), refused.getMessage()),
          refused);
    }
  }

  /// In a transaction that is rolled back: migrations make it.
  private static void tryToCreate(Connection connection, Statement sql) throws SQLException {
    if (!isThere(sql, "select from pg_available_extensions where name = 'pg_trgm'")) {
      throw new StartRefusedException(
          "The PostgreSQL server of the database %s lacks the extension pg_trgm, which the search needs. Install PostgreSQL's contrib modules there (on Debian: apt install postgresql-contrib), and start again."
              .formatted(connection.getCatalog()));
    }
    connection.setAutoCommit(false);
    try {
      sql.execute("create extension pg_trgm");
      connection.rollback();
    } catch (SQLException refused) {
      connection.rollback();
      if (!NOT_ALLOWED.equals(refused.getSQLState())) {
        throw refused;
      }
      throw new StartRefusedException(
          "The database %s lacks the extension pg_trgm, which the search needs, and %s may not make it. An administrator of the server runs once: psql -d %s -c 'CREATE EXTENSION pg_trgm'"
              .formatted(
                  connection.getCatalog(),
                  connection.getMetaData().getUserName(),
                  connection.getCatalog()),
          refused);
    }
  }

  private static boolean isThere(Statement sql, String query) throws SQLException {
    return sql.executeQuery(query).next();
  }

  /// They may hold a password.
  private static String withoutParameters(DatabaseAddress address) {
    return address.getJdbcUrl().replaceFirst("\\?.*", "");
  }
}
