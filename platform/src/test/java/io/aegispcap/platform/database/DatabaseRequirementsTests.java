package io.aegispcap.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.platform.running.RunningPlatform;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/// On another database of the same server.
@RunningPlatform
class DatabaseRequirementsTests {
  private static final String LIMITED = "limited_" + Long.toHexString(System.nanoTime());

  private final JdbcConnectionDetails server;
  private final JdbcClient sql;
  private final String database = "bare_" + UUID.randomUUID().toString().replace('-', '_');

  @TempDir private Path data;

  DatabaseRequirementsTests(JdbcConnectionDetails server, JdbcClient sql) {
    this.server = server;
    this.sql = sql;
  }

  @BeforeEach
  void makeADatabaseOfAnother() {
    sql.sql("create database " + database).update();
    sql.sql("create role " + LIMITED + " login password 'limited'").update();
  }

  @AfterEach
  void dropIt() {
    sql.sql("drop database " + database + " with (force)").update();
    sql.sql("drop role " + LIMITED).update();
  }

  @Test
  void saysWhatAnAdministratorRunsWhereTheUserMayNotMakeTheExtension() {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    int status =
        ToolProvider.findFirst("aegis-serve")
            .orElseThrow()
            .run(
                out,
                out,
                "--server.port=0",
                "--aegis.data=" + data,
                "--aegis.db-url=" + url(""),
                "--aegis.db-user=" + LIMITED,
                "--aegis.db-password=limited");
    assertThat(status).isEqualTo(1);
    assertThat(said.toString())
        .contains("psql -d " + database + " -c 'CREATE EXTENSION pg_trgm'", LIMITED)
        .doesNotContain("\tat ");
    assertThat(said.toString().lines()).hasSize(1);
  }

  @Test
  void saysWhatToInstallWhereTheServerLacksIt() throws SQLException {
    onIt("create schema elsewhere");
    onIt(
        """
        create view elsewhere.pg_available_extensions as
        select * from pg_catalog.pg_available_extensions where name <> 'pg_trgm'
        """);
    DatabaseAddress address =
        address(url("?currentSchema=elsewhere,pg_catalog"), server.getUsername());
    assertThatThrownBy(() -> DatabaseRequirements.check(address))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("postgresql-contrib");
  }

  @Test
  void takesWhatIsThereOrMayBeMadeAndMakesNothing() throws SQLException {
    DatabaseRequirements.check(address(url(""), server.getUsername()));
    onIt("create extension pg_trgm");
    DatabaseRequirements.check(new DatabaseAddress(url(""), LIMITED, "limited"));
  }

  @Test
  void saysWhyItCannotEnterWithoutTellingAPassword() {
    DatabaseAddress wrong = new DatabaseAddress(url("?password=secret"), LIMITED, "wrong");
    assertThatThrownBy(() -> DatabaseRequirements.check(wrong))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining(database + " can't be used: ")
        .message()
        .doesNotContain("secret");
  }

  private DatabaseAddress address(String url, String user) {
    return new DatabaseAddress(url, user, server.getPassword());
  }

  private String url(String parameters) {
    String own = server.getJdbcUrl();
    return own.substring(0, own.lastIndexOf('/') + 1) + database + parameters;
  }

  private void onIt(String statement) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(url(""), server.getUsername(), server.getPassword())) {
      connection.createStatement().execute(statement);
    }
  }
}
