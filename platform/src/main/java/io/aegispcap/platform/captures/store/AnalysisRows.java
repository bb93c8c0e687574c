package io.aegispcap.platform.captures.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.SharedDocuments;
import io.aegispcap.platform.captures.run.AnalysisFacts;
import io.aegispcap.platform.captures.run.AnalysisRun;
import io.aegispcap.platform.captures.run.AnalysisSettings;
import io.aegispcap.platform.database.Jsonb;
import io.aegispcap.platform.database.SqlInstant;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Rows of `analyses`, and the JSON in them.
@Component
class AnalysisRows {
  private final JsonMapper json;

  AnalysisRows(JsonMapper json) {
    this.json = json;
  }

  /// What PostgreSQL takes as `jsonb`.
  String json(Object value) {
    return Jsonb.of(value, json);
  }

  AnalysisRun run(ResultSet row) throws SQLException {
    return run(row, "");
  }

  /// @param prefix of the columns' names
  AnalysisRun run(ResultSet row, String prefix) throws SQLException {
    return new AnalysisRun(
        new AnalysisId(row.getObject(prefix + "id", UUID.class)),
        new CaptureId(row.getObject(prefix + "capture", UUID.class)),
        new JobId(row.getObject(prefix + "job", UUID.class)),
        json.readValue(row.getString(prefix + "settings"), AnalysisSettings.class),
        new PersonId(row.getObject(prefix + "requested_by", UUID.class)),
        SqlInstant.in(row, prefix + "requested"),
        Optional.ofNullable(row.getString(prefix + "outcome")).map(JobState::valueOf),
        SqlInstant.perhapsIn(row, prefix + "finished"),
        Optional.ofNullable(row.getString(prefix + "problem")),
        result(row, prefix));
  }

  private Optional<AnalysisRun.Result> result(ResultSet row, String prefix) throws SQLException {
    String document = row.getString(prefix + "document");
    return document == null
        ? Optional.empty()
        : Optional.of(
            new AnalysisRun.Result(
                new BlobId(document),
                new BlobId(row.getString(prefix + "flows")),
                new BlobId(row.getString(prefix + "report")),
                shared(row, prefix),
                json.readValue(row.getString(prefix + "facts"), AnalysisFacts.class)));
  }

  private static Optional<SharedDocuments> shared(ResultSet row, String prefix)
      throws SQLException {
    String navigator = row.getString(prefix + "navigator");
    return navigator == null
        ? Optional.empty()
        : Optional.of(
            new SharedDocuments(new BlobId(navigator), new BlobId(row.getString(prefix + "stix"))));
  }
}
