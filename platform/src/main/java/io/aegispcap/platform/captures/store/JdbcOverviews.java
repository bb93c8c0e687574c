package io.aegispcap.platform.captures.store;

import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.flows.Overviews;
import io.aegispcap.platform.captures.flows.Traffic;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcOverviews implements Overviews {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient sql;

  JdbcOverviews(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void put(AnalysisId analysis, Traffic traffic) {
    sql.sql(
            """
            insert into analysis_overview (analysis, traffic) values (:analysis, :traffic::jsonb)
            on conflict (analysis) do update set traffic = excluded.traffic
            """)
        .param("analysis", analysis.value())
        .param("traffic", JSON.writeValueAsString(traffic))
        .update();
  }

  @Override
  public Optional<Traffic> find(BlobId flows) {
    return sql.sql(
            """
            select o.traffic from analyses a join analysis_overview o on o.analysis = a.id
             where a.flows = :flows limit 1
            """)
        .param("flows", flows.sha256())
        .query((row, _) -> JSON.readValue(row.getString("traffic"), Traffic.class))
        .optional();
  }
}
