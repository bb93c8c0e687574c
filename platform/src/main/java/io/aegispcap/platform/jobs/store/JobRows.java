package io.aegispcap.platform.jobs.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.database.SqlInstant;
import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobState;
import io.aegispcap.platform.jobs.queue.Claim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/// Jobs from their rows.
final class JobRows {

  private JobRows() {}

  static Job job(ResultSet row, int number) throws SQLException {
    return new Job(
        new JobId(row.getObject("id", UUID.class)),
        row.getString("kind"),
        new PersonId(row.getObject("owner", UUID.class)),
        row.getString("title"),
        row.getString("place"),
        JobState.valueOf(row.getString("state")),
        row.getDouble("progress"),
        row.getString("step"),
        row.getInt("attempt"),
        Optional.ofNullable(row.getString("problem")),
        row.getBoolean("cancelling"),
        SqlInstant.in(row, "submitted"),
        SqlInstant.in(row, "due"),
        SqlInstant.perhapsIn(row, "started"),
        SqlInstant.perhapsIn(row, "ended"));
  }

  static Claim claim(ResultSet row, int number) throws SQLException {
    return new Claim(job(row, number), row.getLong("fence"), row.getString("arguments"));
  }
}
