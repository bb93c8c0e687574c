package io.aegispcap.platform.captures.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.captures.library.CaptureEntry;
import io.aegispcap.platform.captures.library.CaptureQuery;
import io.aegispcap.platform.captures.library.CaptureQuery.Sort;
import io.aegispcap.platform.captures.run.AnalysisRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists captures with their analyses, page by page.
@Component
class CaptureSearch {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "capture",
          "job",
          "settings",
          "requested_by",
          "requested",
          "outcome",
          "finished",
          "problem",
          "document",
          "flows",
          "report",
          "navigator",
          "stix",
          "facts");

  private final JdbcClient sql;
  private final AnalysisRows analyses;

  CaptureSearch(JdbcClient sql, AnalysisRows analyses) {
    this.sql = sql;
    this.analyses = analyses;
  }

  List<CaptureEntry> run(CaptureQuery query) {
    Optional<UUID> person = query.audience().reader().map(PersonId::value);
    JdbcClient.StatementSpec statement =
        sql.sql(
                """
                select c.*, %s, %s
                  from captures c
                  left join lateral (select * from analyses where capture = c.id
                                      order by seq desc limit 1) l on true
                  left join lateral (select * from analyses where capture = c.id and outcome = 'DONE'
                                      order by seq desc limit 1) d on true
                 where c.deleted_at is null
                   and (:everything or c.visibility = 'PUBLIC' or c.owner = :person
                        or (:signedIn and c.visibility = 'TEAM'))
                   and (not :mine or c.owner = :person)
                   and not exists (
                     select from unnest(:words::text[]) w
                      where position(w in capture_words(c.name, c.tags, c.notes)) = 0)
                   and %s
                 order by %s limit :limit
                """
                    .formatted(columns("l"), columns("d"), after(query), order(query.sort())))
            .param("everything", person.isPresent() && query.audience().everything())
            .param("person", person.orElse(null))
            .param("signedIn", person.isPresent())
            .param("mine", query.mine())
            .param("words", query.words().toArray(String[]::new))
            .param("limit", query.limit() + 1);
    return query
        .after()
        .map(cursor -> statement.param("key", cursor.key()).param("id", cursor.id()))
        .orElse(statement)
        .query(this::entry)
        .list();
  }

  private static String columns(String table) {
    return COLUMNS.stream()
        .map(column -> "%s.%s as %s_%s".formatted(table, column, table, column))
        .collect(Collectors.joining(", "));
  }

  private static String after(CaptureQuery query) {
    if (query.after().isEmpty()) {
      return "true";
    }
    return switch (query.sort()) {
      case UPLOADED -> "(c.uploaded, c.id) < (:key::timestamptz, :id)";
      case NAME -> "(lower(c.name), c.id) > (lower(:key), :id)";
      case SIZE -> "(c.size, c.id) < (:key::bigint, :id)";
    };
  }

  private static String order(Sort sort) {
    return switch (sort) {
      case UPLOADED -> "c.uploaded desc, c.id desc";
      case NAME -> "lower(c.name), c.id";
      case SIZE -> "c.size desc, c.id desc";
    };
  }

  private CaptureEntry entry(ResultSet row, int number) throws SQLException {
    return new CaptureEntry(CaptureRows.capture(row), analysis(row, "l_"), analysis(row, "d_"));
  }

  private Optional<AnalysisRun> analysis(ResultSet row, String prefix) throws SQLException {
    return row.getString(prefix + "id") == null
        ? Optional.empty()
        : Optional.of(analyses.run(row, prefix));
  }
}
