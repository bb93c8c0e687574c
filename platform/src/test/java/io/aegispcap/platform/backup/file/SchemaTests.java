package io.aegispcap.platform.backup.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.running.RunningPlatform;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Databases on a server, of earlier and of later versions.
@RunningPlatform
class SchemaTests {
  private final JdbcConnectionDetails server;
  private final JdbcClient sql;

  @TempDir private Path folder;

  SchemaTests(JdbcConnectionDetails server, JdbcClient sql) {
    this.server = server;
    this.sql = sql;
  }

  /// A database beside that of the tests.
  private final class Database {
    private final String name = "b" + UUID.randomUUID().toString().replace("-", "");
    private final JdbcClient inside;

    Database() {
      sql.sql("create database " + name).update();
      inside = JdbcClient.create(source());
    }

    DriverManagerDataSource source() {
      return new DriverManagerDataSource(url());
    }

    String url() {
      String base = server.getJdbcUrl();
      return "%s/%s?user=%s&password=%s"
          .formatted(
              base.substring(0, base.lastIndexOf('/')),
              name,
              server.getUsername(),
              server.getPassword());
    }

    Flyway flyway() {
      return Flyway.configure()
          .dataSource(source())
          .locations("classpath:db/migration")
          .outOfOrder(true)
          .load();
    }

    /// As an earlier version made it, with somebody in it.
    void ofAnEarlierVersion() {
      Flyway.configure()
          .dataSource(source())
          .locations(
              "classpath:db/migration/accounts",
              "classpath:db/migration/audit",
              "classpath:db/migration/blobs")
          .load()
          .migrate();
      inside
          .sql(
              """
              insert into person (id, handle, name, roles, expertise, joined)
              values (gen_random_uuid(), 'ada', 'Ada "\\ \t', '{MEMBER}', '{dns,NULL,"a,b"}', now())
              """)
          .update();
    }

    long count(String from) {
      return inside.sql("select count(*) from " + from).query(Long.class).single();
    }
  }

  @Test
  void bringsAnOlderSchemaUpToDate() {
    Database old = new Database();
    old.ofAnEarlierVersion();
    Path file = backUp(old);
    Database restored = new Database();
    Tool.Said said = restore(file, restored);
    assertThat(said.status()).as(said.text()).isZero();
    assertThat(restored.count("person where handle = 'ada' and name = E'Ada \"\\\\ \\t'"))
        .isEqualTo(1);
    assertThat(restored.count("person where expertise = array['dns', null, 'a,b']")).isEqualTo(1);
    assertThat(restored.count("captures")).isZero();
    assertThat(restored.count("audit_head")).isEqualTo(1);
    assertThat(
            restored.count("pg_constraint where contype = 'f' and conrelid = 'session'::regclass"))
        .isEqualTo(1);
    List<MigrationInfo> pending = Arrays.asList(restored.flyway().info().pending());
    assertThat(pending).isEmpty();
    restored.flyway().validate();
    assertThat(restored.count("pg_namespace where nspname = 'aegis_restoring'")).isZero();
  }

  @Test
  void refusesANewerSchemaAndLeavesTheDatabaseEmpty() {
    Database newer = new Database();
    newer.flyway().migrate();
    newer
        .inside
        .sql(
            """
            insert into flyway_schema_history
              (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
            values (9999, '999912312359', 'of the future', 'SQL', 'V9.sql', 1, 'x', 1, true)
            """)
        .update();
    refuses(backUp(newer), "newer AegisPCAP than this one: it has migration 999912312359");
  }

  @Test
  void refusesAMigrationThatIsAnother() {
    Database other = new Database();
    other.flyway().migrate();
    other
        .inside
        .sql("update flyway_schema_history set checksum = 1 where version = '202611280400'")
        .update();
    refuses(backUp(other), "Migration 202611280400 (audit) of the backup is another");
  }

  private void refuses(Path file, String why) {
    Database empty = new Database();
    Tool.Said refused = restore(file, empty);
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.text()).contains(why);
    assertThat(empty.count("pg_class where relnamespace = 'public'::regnamespace")).isZero();
    assertThat(empty.count("pg_namespace where nspname = 'aegis_restoring'")).isZero();
  }

  @Test
  void refusesADatabaseThatIsNotEmpty() {
    Database old = new Database();
    old.ofAnEarlierVersion();
    Path file = backUp(old);
    Tool.Said refused = restore(file, old);
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.text()).contains("The database is not empty: the schema public has");
    assertThat(old.count("person")).isEqualTo(1);
  }

  private Path backUp(Database database) {
    Path file = folder.resolve(database.name + ".backup");
    Tool.Said made =
        Tool.run(
            "aegis-backup",
            file.toString(),
            "--aegis.db-url=" + database.url(),
            "--aegis.data=" + folder.resolve("data"));
    assertThat(made.status()).as(made.text()).isZero();
    return file;
  }

  private Tool.Said restore(Path file, Database into) {
    return Tool.run(
        "aegis-restore",
        file.toString(),
        "--aegis.db-url=" + into.url(),
        "--aegis.data=" + folder.resolve("restored-" + into.name));
  }
}
