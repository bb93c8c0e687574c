package io.aegispcap.platform.network.store;

import io.aegispcap.analysis.tuning.CalibrationFile;
import io.aegispcap.analysis.tuning.Entry;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.database.SqlInstant;
import io.aegispcap.platform.network.KnownCalibration;
import io.aegispcap.platform.network.KnownEntry;
import io.aegispcap.platform.network.NetworkStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNetworkStore implements NetworkStore {
  /// How long what was removed can be restored.
  private static final Duration KEPT = Duration.ofDays(7);

  private final JdbcClient sql;
  private final InstantSource clock;

  JdbcNetworkStore(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public List<String> home() {
    return sql.sql("select unnest(home) as block from network").query(String.class).list();
  }

  @Override
  public void home(List<String> blocks) {
    sql.sql(
            """
            insert into network (home) values (:home)
            on conflict (sole) do update set home = excluded.home
            """)
        .param("home", blocks.toArray(String[]::new))
        .update();
  }

  @Override
  public List<KnownEntry> entries() {
    return sql.sql("select * from network_entry where removed is null order by id")
        .query(JdbcNetworkStore::entry)
        .list();
  }

  @Override
  public Optional<KnownEntry> entry(long id) {
    return sql.sql("select * from network_entry where id = :id and removed is null")
        .param("id", id)
        .query(JdbcNetworkStore::entry)
        .optional();
  }

  @Override
  public Optional<KnownEntry> removed(long id) {
    return sql.sql("select * from network_entry where id = :id and removed > :since")
        .param("id", id)
        .param("since", since())
        .query(JdbcNetworkStore::entry)
        .optional();
  }

  private OffsetDateTime since() {
    return SqlInstant.of(clock.instant().minus(KEPT));
  }

  @Override
  public List<Long> add(List<String> lines, PersonId by) {
    return sql.sql(
            """
            insert into network_entry (line, added_by, added)
            select line, :by, :now from unnest(:lines) with ordinality as given (line, place)
             order by place
            on conflict (md5(line)) where removed is null do nothing
            returning id
            """)
        .param("lines", lines.toArray(String[]::new))
        .param("by", by.value())
        .param("now", SqlInstant.of(clock.instant()))
        .query(Long.class)
        .list();
  }

  @Override
  public void remove(long id) {
    sql.sql("delete from network_entry where removed <= :since").param("since", since()).update();
    sql.sql("update network_entry set removed = :now where id = :id and removed is null")
        .param("now", SqlInstant.of(clock.instant()))
        .param("id", id)
        .update();
  }

  @Override
  public boolean restore(long id) {
    try {
      return sql.sql("update network_entry set removed = null where id = :id")
              .param("id", id)
              .update()
          == 1;
    } catch (DuplicateKeyException _) {
      return false;
    }
  }

  @Override
  public Optional<KnownCalibration> calibration() {
    return sql.sql("select * from network where calibration is not null")
        .query((row, _) -> calibration(row))
        .optional();
  }

  @Override
  public void calibrate(String text, PersonId by) {
    sql.sql(
            """
            insert into network (calibration, calibrated_by, calibrated) values (:text, :by, :now)
            on conflict (sole) do update
              set calibration = excluded.calibration, calibrated_by = excluded.calibrated_by,
                  calibrated = excluded.calibrated
            """)
        .param("text", text)
        .param("by", by.value())
        .param("now", SqlInstant.of(clock.instant()))
        .update();
  }

  @Override
  public void removeCalibration() {
    sql.sql("update network set calibration = null, calibrated_by = null, calibrated = null")
        .update();
  }

  private static KnownEntry entry(ResultSet row, int number) throws SQLException {
    long id = row.getLong("id");
    return new KnownEntry(
        id,
        Entry.parse(KnownEntry.source(id), row.getString("line")),
        new PersonId(row.getObject("added_by", UUID.class)),
        SqlInstant.in(row, "added"));
  }

  private static KnownCalibration calibration(ResultSet row) throws SQLException {
    String text = row.getString("calibration");
    return new KnownCalibration(
        CalibrationFile.parse(text),
        text,
        new PersonId(row.getObject("calibrated_by", UUID.class)),
        SqlInstant.in(row, "calibrated"));
  }
}
