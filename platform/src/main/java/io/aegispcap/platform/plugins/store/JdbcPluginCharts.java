package io.aegispcap.platform.plugins.store;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.database.Jsonb;
import io.aegispcap.platform.database.SqlInstant;
import io.aegispcap.platform.plugins.PluginCharts;
import io.aegispcap.platform.plugins.PluginId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcPluginCharts implements PluginCharts {
  private final JdbcClient sql;
  private final JsonMapper json;

  JdbcPluginCharts(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  @Override
  public void clear(CaptureId capture) {
    sql.sql("delete from plugin_chart where capture = :capture")
        .param("capture", capture.value())
        .update();
  }

  @Override
  public void put(CaptureId capture, PluginId plugin, List<ChartAnswer> answers, Instant now) {
    sql.sql(
            """
            insert into plugin_chart (capture, plugin, at, answers)
            select c.id, p.id, :now, cast(:answers as jsonb)
              from captures c, plugin p where c.id = :capture and p.id = :plugin
            """)
        .param("now", SqlInstant.of(now))
        .param("answers", Jsonb.of(answers, json))
        .param("capture", capture.value())
        .param("plugin", plugin.value())
        .update();
  }

  @Override
  public List<ChartAnswer> of(CaptureId capture) {
    return sql
        .sql(
            """
            select c.answers from plugin_chart c join plugin p on p.id = c.plugin
             where c.capture = :capture order by p.place, p.id
            """)
        .param("capture", capture.value())
        .query(String.class)
        .list()
        .stream()
        .flatMap(text -> answers(text).stream())
        .toList();
  }

  @Override
  public List<Drawn> latest(PluginId plugin, int most) {
    return sql.sql(
            """
            select * from plugin_chart where plugin = :plugin order by at desc, capture limit :most
            """)
        .param("plugin", plugin.value())
        .param("most", most)
        .query(
            (row, _) ->
                new Drawn(
                    new CaptureId(row.getObject("capture", UUID.class)),
                    SqlInstant.in(row, "at"),
                    answers(row.getString("answers"))))
        .list();
  }

  private List<ChartAnswer> answers(String text) {
    return json.readValue(text, new TypeReference<List<ChartAnswer>>() {});
  }
}
