package io.aegispcap.platform.alerts.store;

import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Finding;
import io.aegispcap.platform.alerts.Triage;
import io.aegispcap.platform.alerts.ingest.IncomingAlerts;
import io.aegispcap.platform.alerts.triage.Action;
import io.aegispcap.platform.alerts.triage.Step;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.database.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIncomingAlerts implements IncomingAlerts {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final JdbcActions actions;
  private final JdbcRules rules;

  JdbcIncomingAlerts(JdbcClient sql, InstantSource clock, JdbcActions actions, JdbcRules rules) {
    this.sql = sql;
    this.clock = clock;
    this.actions = actions;
    this.rules = rules;
  }

  @Override
  public boolean reserve(CaptureId capture) {
    return sql.sql("select true from captures where id = :capture for no key update")
        .param("capture", capture.value())
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  @Override
  public Optional<AlertId> put(
      CaptureId capture, AnalysisId analysis, String document, Finding finding) {
    return sql.sql(
            """
            insert into alert (capture, engine_id, analysis, detector, detector_name, severity, sentence, subject,
                               target, hosts, techniques, first_seen, last_seen, occurrences, document, words, arrived)
            values (:capture, :engine, :analysis, :detector, :detector_name, :severity, :sentence, :subject,
                    :target, :hosts, :techniques, :first, :last, :count, :document,
                    to_tsvector('simple', :words || ' ' || translate(:words, '.-_/:', '     ')), :now)
            on conflict (capture, engine_id) do update set
              analysis = excluded.analysis, detector_name = excluded.detector_name, severity = excluded.severity,
              sentence = excluded.sentence, hosts = excluded.hosts, techniques = excluded.techniques,
              first_seen = excluded.first_seen, last_seen = excluded.last_seen, occurrences = excluded.occurrences,
              document = excluded.document, words = excluded.words, version = alert.version + 1
            where alert.analysis <> excluded.analysis
            returning id, xmax = 0 as fresh
            """)
        .param("capture", capture.value())
        .param("engine", finding.id())
        .param("analysis", analysis.value())
        .param("detector", finding.rule().id())
        .param("detector_name", finding.rule().name())
        .param("severity", finding.severity().ordinal())
        .param("sentence", finding.sentence())
        .param("subject", finding.subject())
        .param("target", finding.target().orElse(""))
        .param("hosts", hosts(finding))
        .param("techniques", techniques(finding))
        .param("first", SqlInstant.of(finding.start()))
        .param("last", SqlInstant.of(finding.end()))
        .param("count", finding.count())
        .param("document", document)
        .param("words", words(finding))
        .param("now", SqlInstant.of(clock.instant()))
        .query(JdbcIncomingAlerts::fresh)
        .optional()
        .flatMap(fresh -> fresh);
  }

  private static Optional<AlertId> fresh(ResultSet row, int number) throws SQLException {
    return row.getBoolean("fresh") ? Optional.of(Columns.alert(row, "id")) : Optional.empty();
  }

  private static String[] hosts(Finding finding) {
    return finding.hosts().stream()
        .map(host -> host.toLowerCase(Locale.ROOT))
        .distinct()
        .toArray(String[]::new);
  }

  private static String[] techniques(Finding finding) {
    return finding.techniques().stream().map(Finding.Technique::id).toArray(String[]::new);
  }

  private static String words(Finding finding) {
    return String.join(
        " ",
        String.join(" ", finding.sentences().subList(0, Math.min(20, finding.sentences().size()))),
        finding.subject(),
        finding.target().orElse(""),
        finding.rule().id(),
        finding.rule().name(),
        String.join(" ", techniques(finding)),
        String.join(" ", finding.techniques().stream().map(Finding.Technique::name).toList()),
        String.join(" ", finding.tactics()),
        String.join(" ", finding.hosts()));
  }

  @Override
  public void settle(CaptureId capture, AnalysisId analysis) {
    mark(capture, analysis, false, Action.Kind.LOST);
    mark(capture, analysis, true, Action.Kind.FOUND);
  }

  private void mark(CaptureId capture, AnalysisId analysis, boolean found, Action.Kind kind) {
    List<Step> steps =
        sql.sql(
                """
                update alert set found = :found
                 where capture = :capture and found <> :found and (analysis = :analysis) = :found
                returning id, state, reason, assignee
                """)
            .param("found", found)
            .param("capture", capture.value())
            .param("analysis", analysis.value())
            .query((row, _) -> unchanged(Columns.alert(row, "id"), Columns.triage(row, "")))
            .list();
    if (!steps.isEmpty()) {
      actions.record(Optional.empty(), kind, steps);
    }
  }

  private static Step unchanged(AlertId alert, Triage triage) {
    return new Step(alert, triage, triage);
  }

  @Override
  public void applyRules(List<AlertId> fresh) {
    rules.applyTo(fresh);
  }
}
