package io.aegispcap.platform.alerts.store;

import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.FindingPages;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFindingPages implements FindingPages {
  private final JdbcClient sql;

  JdbcFindingPages(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Map<String, String> pages(CaptureId capture) {
    return sql
        .sql("select engine_id, id from alert where capture = :capture")
        .param("capture", capture.value())
        .query((row, _) -> Map.entry(row.getString("engine_id"), "/alerts/" + row.getLong("id")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
