package io.aegispcap.platform.backup.store;

import io.aegispcap.platform.backup.Manifest;
import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.database.ServedDatabase;
import io.aegispcap.platform.database.StartRefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// One state of all tables, whatever goes on meanwhile. Until it is closed no content is removed.
public final class DatabaseSnapshot implements AutoCloseable {

  /// The lock that the index of content knows.
  private static final String KEEP = "select pg_advisory_lock(hashtextextended('aegis backup', 0))";

  /// Removals are short. Source: PostgreSQL, Appendix A, lock_not_available.
  private static final String PATIENCE = "set local lock_timeout = '10s'";

  private static final String OUT_OF_PATIENCE = "55P03";

  private static final int ROWS_AT_ONCE = 1000;

  private final Connection connection;
  private final JdbcClient sql;

  private DatabaseSnapshot(Connection connection) {
    this.connection = connection;
    this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }

  /// @throws StartRefusedException when another backup is being made
  public static DatabaseSnapshot open(ServedDatabase database) throws SQLException {
    DatabaseSnapshot snapshot = new DatabaseSnapshot(database.snapshot());
    try {
      snapshot.keepContent();
      return snapshot;
    } catch (SQLException | RuntimeException refused) {
      snapshot.close();
      throw refused;
    }
  }

  /// The lock comes first, in a transaction of its own: what is seen later is still there.
  private void keepContent() throws SQLException {
    try (Statement lock = connection.createStatement()) {
      lock.execute(PATIENCE);
      lock.execute(KEEP);
    } catch (SQLException refused) {
      if (OUT_OF_PATIENCE.equals(refused.getSQLState())) {
        throw new StartRefusedException("Another backup of this platform is being made.", refused);
      }
      throw refused;
    }
    connection.commit();
  }

  /// What made the tables.
  ///
  /// @throws StartRefusedException when that failed
  public List<Manifest.Migration> schema() {
    return sql.sql(
            """
            select version, description, checksum, success from flyway_schema_history
             where version is not null order by installed_rank
            """)
        .query(DatabaseSnapshot::migration)
        .list();
  }

  private static Manifest.Migration migration(ResultSet row, int number) throws SQLException {
    if (!row.getBoolean("success")) {
      throw new StartRefusedException(
          "Migration %s of the database failed. Put that right before making a backup."
              .formatted(row.getString("version")));
    }
    return new Manifest.Migration(
        row.getString("version"), row.getString("description"), row.getInt("checksum"));
  }

  /// All but the history of migrations, which restoring writes itself.
  public List<Manifest.Table> tables() {
    return sql.sql(
            """
            select rel.relname,
                   array_agg(att.attname::text order by att.attnum) as columns
              from pg_class rel join pg_attribute att on att.attrelid = rel.oid
             where rel.relnamespace = current_schema()::regnamespace
               and rel.relkind in ('r', 'p') and not rel.relispartition
               and rel.relname <> 'flyway_schema_history'
               and att.attnum > 0 and not att.attisdropped and att.attgenerated = ''
             group by rel.relname order by rel.relname
            """)
        .query(
            (row, _) ->
                new Manifest.Table(
                    row.getString("relname"),
                    Arrays.asList((String[]) row.getArray("columns").getArray())))
        .list();
  }

  /// Sequences know no transactions: these are at least as far as the tables.
  public List<Manifest.Sequence> sequences() {
    return sql.sql(
            """
            select sequencename, last_value from pg_sequences
             where schemaname = current_schema() and last_value is not null order by sequencename
            """)
        .query(
            (row, _) ->
                new Manifest.Sequence(row.getString("sequencename"), row.getLong("last_value")))
        .list();
  }

  /// Writes the rows as PostgreSQL's COPY does, in its text format.
  public void copy(Manifest.Table table, OutputStream out) throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut(
            "copy (select %s from %s) to stdout"
                .formatted(Quoted.list(table.columns()), Quoted.name(table.name())),
            out);
  }

  /// All that is kept, in order; to be closed.
  public Stream<Blob> contents() {
    return sql
        .sql("select sha256, size from blobs order by sha256")
        .withFetchSize(ROWS_AT_ONCE)
        .query((row, _) -> new Blob(new BlobId(row.getString("sha256")), row.getLong("size")))
        .stream();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
