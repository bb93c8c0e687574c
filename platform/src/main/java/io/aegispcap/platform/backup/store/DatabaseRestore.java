package io.aegispcap.platform.backup.store;

import io.aegispcap.platform.backup.Manifest;
import io.aegispcap.platform.database.RestoreTarget;
import io.aegispcap.platform.database.StartRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Fills a schema beside the usual one, and puts it in its place at the end: until then nothing is
/// seen of it, and what a crash leaves is dropped by the next try.
public final class DatabaseRestore implements AutoCloseable {
  private static final String BESIDE = "aegis_restoring";

  private final Connection connection;
  private final JdbcClient sql;
  private final RestoredSchema schema;
  private final Manifest manifest;
  private final String place;

  private DatabaseRestore(RestoreTarget target, Manifest manifest, Connection connection)
      throws SQLException {
    this.connection = connection;
    this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    this.schema = new RestoredSchema(target.source(), BESIDE);
    this.manifest = manifest;
    this.place = sql.sql("select current_schema()").query(String.class).optional().orElse("public");
  }

  /// Where an entry of the backup comes from.
  public interface Rows {
    InputStream of(Manifest.Table table) throws IOException;
  }

  /// @throws StartRefusedException when there is something in the database, or the backup is newer
  ///   than we are
  public static DatabaseRestore open(RestoreTarget target, Manifest manifest) throws SQLException {
    DatabaseRestore restore = new DatabaseRestore(target, manifest, target.connect());
    try {
      restore.prepare();
      return restore;
    } catch (RuntimeException | SQLException refused) {
      restore.close();
      throw refused;
    }
  }

  private void prepare() throws SQLException {
    int there =
        sql.sql(
                """
                select (select count(*) from pg_class where relnamespace = to_regnamespace(:place))
                     + (select count(*) from pg_proc where pronamespace = to_regnamespace(:place))
                     + (select count(*) from pg_type where typnamespace = to_regnamespace(:place))
                """)
            .param("place", Quoted.name(place))
            .query(Integer.class)
            .single();
    if (there > 0) {
      throw new StartRefusedException(
          "The database is not empty: the schema %s has %d things in it. Restore into an empty one."
              .formatted(place, there));
    }
    dropBeside();
    run("create schema " + BESIDE);
    schema.refuseUnknown(manifest.schema());
    schema.make(manifest.schema());
    connection.setSchema(BESIDE);
    connection.setAutoCommit(false);
  }

  /// In one transaction: all rows, then the conditions among them.
  public void load(Rows rows) throws SQLException, IOException {
    run("set constraints all immediate");
    List<String> references = dropReferences();
    for (Manifest.Table table : manifest.tables()) {
      String name = Quoted.name(table.name());
      run("alter table " + name + " disable trigger user");
      run("delete from " + name); // what the migration put there is in the backup too
      copy(table, rows);
      run("alter table " + name + " enable trigger user");
    }
    for (String reference : references) {
      run(reference);
    }
    for (Manifest.Sequence sequence : manifest.sequences()) {
      sql.sql("select setval(:sequence::regclass, :value)")
          .param("sequence", Quoted.name(sequence.name()))
          .param("value", sequence.value())
          .query()
          .singleValue();
    }
    connection.commit();
  }

  private void copy(Manifest.Table table, Rows rows) throws SQLException, IOException {
    try (InputStream in = rows.of(table)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy %s (%s) from stdin"
                  .formatted(Quoted.name(table.name()), Quoted.list(table.columns())),
              in);
    }
  }

  /// So that tables can be filled in any order.
  ///
  /// @return what makes them again
  private List<String> dropReferences() {
    record Reference(String drop, String make) {}
    List<Reference> all =
        sql.sql(
                """
                select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
                       format('alter table %s add constraint %I %s', conrelid::regclass, conname,
                              pg_get_constraintdef(oid)) as make
                  from pg_constraint
                 where contype = 'f' and conparentid = 0
                   and connamespace = current_schema()::regnamespace
                """)
            .query((row, _) -> new Reference(row.getString("drop"), row.getString("make")))
            .list();
    all.forEach(reference -> run(reference.drop()));
    return all.stream().map(Reference::make).toList();
  }

  /// Brings it up to date, and lets it be seen.
  public void show() throws SQLException {
    schema.bringUpToDate();
    run("drop schema if exists " + Quoted.name(place));
    run("alter schema %s rename to %s".formatted(BESIDE, Quoted.name(place)));
    connection.commit();
  }

  private void dropBeside() {
    run("drop schema if exists " + BESIDE + " cascade");
  }

  private void run(String statement) {
    sql.sql(statement).update();
  }

  @Override
  public void close() throws SQLException {
    if (connection.isClosed()) {
      return;
    }
    try (connection) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      dropBeside();
    }
  }
}
