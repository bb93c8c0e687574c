package io.aegispcap.platform.captures.store;

import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.flows.Host;
import io.aegispcap.platform.captures.flows.Overview;
import io.aegispcap.platform.captures.flows.Overviews;
import io.aegispcap.platform.captures.flows.SeenFile;
import io.aegispcap.platform.captures.flows.SeenName;
import io.aegispcap.platform.captures.flows.Traffic;
import io.aegispcap.platform.database.Jsonb;
import java.util.List;
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
  public void put(AnalysisId analysis, Overview overview) {
    sql.sql(
            """
            insert into analysis_overview (analysis, traffic, hosts, names, files)
            values (:analysis, :traffic::jsonb, :hosts::jsonb, :names::jsonb, :files::jsonb)
            on conflict (analysis) do update
               set traffic = excluded.traffic, hosts = excluded.hosts, names = excluded.names,
                   files = excluded.files
            """)
        .param("analysis", analysis.value())
        .param("traffic", Jsonb.of(overview.traffic(), JSON))
        .param("hosts", Jsonb.of(overview.hosts(), JSON))
        .param("names", Jsonb.of(overview.names(), JSON))
        .param("files", Jsonb.of(overview.files(), JSON))
        .update();
  }

  @Override
  public Optional<Traffic> traffic(BlobId flows) {
    return find("traffic", flows).map(text -> JSON.readValue(text, Traffic.class));
  }

  @Override
  public Optional<List<Host>> hosts(BlobId flows) {
    return rows("hosts", flows, Host[].class);
  }

  @Override
  public Optional<List<SeenName>> names(BlobId flows) {
    return rows("names", flows, SeenName[].class);
  }

  @Override
  public Optional<List<SeenFile>> files(BlobId flows) {
    return rows("files", flows, SeenFile[].class);
  }

  private <T> Optional<List<T>> rows(String column, BlobId flows, Class<T[]> type) {
    return find(column, flows).map(text -> List.of(JSON.readValue(text, type)));
  }

  private Optional<String> find(String column, BlobId flows) {
    return sql.sql(
            """
            select o.%s from analyses a join analysis_overview o on o.analysis = a.id
             where a.flows = :flows and o.%s is not null limit 1
            """
                .formatted(column, column))
        .param("flows", flows.sha256())
        .query(String.class)
        .optional();
  }
}
