package io.aegispcap.platform.captures.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.flows.SeenHost;
import io.aegispcap.platform.captures.library.Audience;
import io.aegispcap.platform.captures.search.Findings;
import io.aegispcap.platform.web.SearchText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFindings implements Findings {
  private final JdbcClient sql;

  JdbcFindings(JdbcClient sql) {
    this.sql = sql;
  }

  /// A condition for each word: the index of words is not asked for arrays of them.
  @Override
  public List<Capture> captures(SearchText wanted, Audience audience, int most) {
    List<String> patterns = wanted.patterns();
    StatementSpec statement =
        sql.sql(
            """
            select c.* from captures c
             where c.deleted_at is null and %s and %s
             order by (%s) desc, c.uploaded desc, c.id limit :most
            """
                .formatted(
                    seenBy(audience),
                    everyWord("capture_words(c.name, c.tags, c.notes)", patterns),
                    everyWord("lower(c.name)", patterns)));
    for (int i = 0; i < patterns.size(); i++) {
      statement = statement.param("word" + i, patterns.get(i));
    }
    return seenBy(audience, statement)
        .param("most", most)
        .query((row, _) -> CaptureRows.capture(row))
        .list();
  }

  private static String everyWord(String text, List<String> patterns) {
    return IntStream.range(0, patterns.size())
        .mapToObj(i -> text + " like :word" + i)
        .collect(Collectors.joining(" and "));
  }

  @Override
  public List<InCapture> hosts(SearchText wanted, Audience audience, int most) {
    String host = wanted.text().toLowerCase(Locale.ROOT);
    String escaped = SearchText.escaped(host);
    StatementSpec statement =
        sql.sql(
            """
            select h.*, c.name from capture_host h
              join captures c on c.id = h.capture and c.deleted_at is null and %s
             where h.host like :part
             order by h.host <> :host, h.host not like :start, c.uploaded desc, h.flows desc, h.host, c.id
             limit :most
            """
                .formatted(seenBy(audience)));
    return seenBy(audience, statement)
        .param("part", "%" + escaped + "%")
        .param("host", host)
        .param("start", escaped + "%")
        .param("most", most)
        .query(JdbcFindings::inCapture)
        .list();
  }

  private static InCapture inCapture(ResultSet row, int number) throws SQLException {
    return new InCapture(
        new SeenHost(row.getString("host"), row.getBoolean("address"), row.getLong("flows")),
        new CaptureId(row.getObject("capture", UUID.class)),
        row.getString("name"));
  }

  /// Under a lock on the capture: of two analyses that end together, one is the latest for both.
  @Override
  public void putHosts(CaptureId capture, AnalysisId analysis, List<SeenHost> hosts) {
    sql.sql("select id from captures where id = :capture for no key update")
        .param("capture", capture.value())
        .query(UUID.class)
        .optional();
    boolean latest =
        sql.sql(
                """
                select id from analyses where capture = :capture and outcome = 'DONE'
                 order by seq desc limit 1
                """)
            .param("capture", capture.value())
            .query(UUID.class)
            .optional()
            .filter(analysis.value()::equals)
            .isPresent();
    if (latest) {
      sql.sql("delete from capture_host where capture = :capture")
          .param("capture", capture.value())
          .update();
      insert(capture, hosts);
    }
  }

  private void insert(CaptureId capture, List<SeenHost> hosts) {
    sql.sql(
            """
            insert into capture_host (capture, host, address, flows)
            select :capture, host, bool_or(address), max(flows)
              from unnest(:hosts::text[], :addresses::boolean[], :flows::bigint[])
                   as seen (host, address, flows)
             group by host
            """)
        .param("capture", capture.value())
        .param("hosts", hosts.stream().map(SeenHost::host).toArray(String[]::new))
        .param("addresses", hosts.stream().map(SeenHost::address).toArray(Boolean[]::new))
        .param("flows", hosts.stream().map(SeenHost::flows).toArray(Long[]::new))
        .update();
  }

  /// A condition on a capture `c` that names no more than this audience needs.
  private static String seenBy(Audience audience) {
    if (audience.reader().isEmpty()) {
      return "c.visibility = 'PUBLIC'";
    }
    return audience.everything() ? "true" : "(c.visibility <> 'PRIVATE' or c.owner = :reader)";
  }

  private static StatementSpec seenBy(Audience audience, StatementSpec statement) {
    return statement.param("reader", audience.reader().map(PersonId::value).orElse(null));
  }
}
