package io.aegispcap.platform.plugins.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.database.Jsonb;
import io.aegispcap.platform.database.SqlInstant;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.plugins.PluginId;
import io.aegispcap.platform.plugins.trial.Trial;
import io.aegispcap.platform.plugins.trial.TrialId;
import io.aegispcap.platform.plugins.trial.TrialOutcome;
import io.aegispcap.platform.plugins.trial.TrialStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcTrials implements TrialStore {
  private final JdbcClient sql;
  private final JsonMapper json;

  JdbcTrials(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  @Override
  public void add(Trial trial) {
    sql.sql(
            """
            insert into plugin_trial (id, plugin, capture, asked_by, asked, job)
            values (:id, :plugin, :capture, :by, :asked, :job)
            """)
        .param("id", trial.id().value())
        .param("plugin", trial.plugin().value())
        .param("capture", trial.capture().value())
        .param("by", trial.askedBy().value())
        .param("asked", SqlInstant.of(trial.asked()))
        .param("job", trial.job().value())
        .update();
  }

  @Override
  public Optional<Trial> find(TrialId id) {
    return sql.sql("select * from plugin_trial where id = :id")
        .param("id", id.value())
        .query(this::trial)
        .optional();
  }

  @Override
  public List<Trial> of(PluginId plugin, int most) {
    return sql.sql(
            "select * from plugin_trial where plugin = :plugin order by asked desc, id limit :most")
        .param("plugin", plugin.value())
        .param("most", most)
        .query(this::trial)
        .list();
  }

  @Override
  public void done(TrialId id, TrialOutcome outcome) {
    sql.sql("update plugin_trial set outcome = cast(:outcome as jsonb) where id = :id")
        .param("outcome", Jsonb.of(outcome, json))
        .param("id", id.value())
        .update();
  }

  private Trial trial(ResultSet row, int number) throws SQLException {
    return new Trial(
        new TrialId(row.getObject("id", UUID.class)),
        new PluginId(row.getObject("plugin", UUID.class)),
        new CaptureId(row.getObject("capture", UUID.class)),
        new PersonId(row.getObject("asked_by", UUID.class)),
        SqlInstant.in(row, "asked"),
        new JobId(row.getObject("job", UUID.class)),
        Optional.ofNullable(row.getString("outcome"))
            .map(text -> json.readValue(text, TrialOutcome.class)));
  }
}
