package io.aegispcap.platform.captures.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.run.AnalysisRun;
import io.aegispcap.platform.captures.run.AnalysisSettings;
import io.aegispcap.platform.captures.run.AnalysisStore;
import io.aegispcap.platform.database.SqlInstant;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAnalysisStore implements AnalysisStore {
  private final JdbcClient sql;
  private final AnalysisRows rows;

  JdbcAnalysisStore(JdbcClient sql, AnalysisRows rows) {
    this.sql = sql;
    this.rows = rows;
  }

  @Override
  public void insert(
      AnalysisId id,
      CaptureId capture,
      JobId job,
      AnalysisSettings settings,
      PersonId by,
      Instant requested) {
    sql.sql(
            """
            insert into analyses (id, capture, job, settings, requested_by, requested)
            values (:id, :capture, :job, :settings::jsonb, :by, :requested)
            """)
        .param("id", id.value())
        .param("capture", capture.value())
        .param("job", job.value())
        .param("settings", rows.json(settings))
        .param("by", by.value())
        .param("requested", SqlInstant.of(requested))
        .update();
  }

  @Override
  public void lock(CaptureId capture) {
    sql.sql("select id from captures where id = :id for no key update")
        .param("id", capture.value())
        .query(UUID.class)
        .optional();
  }

  @Override
  public Optional<AnalysisRun> find(AnalysisId id) {
    return sql.sql("select * from analyses where id = :id")
        .param("id", id.value())
        .query((row, _) -> rows.run(row))
        .optional();
  }

  @Override
  public Optional<AnalysisRun> findByJob(JobId job) {
    return sql.sql("select * from analyses where job = :job")
        .param("job", job.value())
        .query((row, _) -> rows.run(row))
        .optional();
  }

  @Override
  public List<AnalysisRun> of(CaptureId capture) {
    return sql.sql("select * from analyses where capture = :capture order by seq desc")
        .param("capture", capture.value())
        .query((row, _) -> rows.run(row))
        .list();
  }

  @Override
  public Optional<Capture> capture(AnalysisId id) {
    return sql.sql(
            "select c.* from captures c join analyses a on a.capture = c.id where a.id = :id")
        .param("id", id.value())
        .query((row, _) -> CaptureRows.capture(row))
        .optional();
  }

  @Override
  public boolean done(AnalysisId id, AnalysisRun.Result result, Instant finished) {
    return sql.sql(
                """
                update analyses
                   set outcome = 'DONE', finished = :finished, document = :document, flows = :flows,
                       report = :report, navigator = :navigator, stix = :stix, facts = :facts::jsonb,
                       problem = null
                 where id = :id
                """)
            .param("finished", SqlInstant.of(finished))
            .param("document", result.document().sha256())
            .param("flows", result.flows().sha256())
            .param("report", result.report().sha256())
            .param("navigator", result.shared().map(made -> made.navigator().sha256()).orElse(null))
            .param("stix", result.shared().map(made -> made.stix().sha256()).orElse(null))
            .param("facts", rows.json(result.facts()))
            .param("id", id.value())
            .update()
        == 1;
  }

  @Override
  public void ended(AnalysisId id, JobState outcome, Optional<String> problem, Instant finished) {
    sql.sql(
            """
            update analyses set outcome = :outcome, finished = :finished, problem = :problem
             where id = :id and document is null
            """)
        .param("outcome", outcome.name())
        .param("finished", SqlInstant.of(finished))
        .param("problem", problem.orElse(null))
        .param("id", id.value())
        .update();
  }
}
