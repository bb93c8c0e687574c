package io.aegispcap.platform.alerts.store;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Alerts;
import io.aegispcap.platform.alerts.Viewer;
import io.aegispcap.platform.alerts.ingest.FindingReader;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.database.SqlInstant;
import io.aegispcap.platform.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAlerts implements Alerts {
  private final JdbcClient sql;
  private final FindingReader findings;

  JdbcAlerts(JdbcClient sql, FindingReader findings) {
    this.sql = sql;
    this.findings = findings;
  }

  @Override
  public Alert require(AlertId id, Caller caller) {
    Viewer viewer = Viewer.of(caller);
    return Visible.to(
            viewer,
            sql.sql(
                    "select a.*, c.name as capture_name from alert a"
                        + Visible.to(viewer)
                        + "where a.id = :id")
                .param("id", id.value()))
        .query(this::alert)
        .optional()
        .orElseThrow(() -> ProblemException.notFound("alert " + id));
  }

  private Alert alert(ResultSet row, int number) throws SQLException {
    return new Alert(
        Columns.alert(row, "id"),
        new CaptureId(row.getObject("capture", UUID.class)),
        row.getString("capture_name"),
        findings.read(row.getString("document")),
        row.getString("document"),
        Columns.triage(row, ""),
        row.getBoolean("found"),
        SqlInstant.in(row, "arrived"),
        row.getLong("version"));
  }
}
