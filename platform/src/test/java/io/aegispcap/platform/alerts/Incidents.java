package io.aegispcap.platform.alerts;

import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.AnalysisJson;
import io.aegispcap.analysis.report.AnalysisOptions;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.CaptureAnalyzed;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.captures.run.AnalysisFacts;
import io.aegispcap.platform.captures.run.AnalysisSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Captures with alerts, as the engine finds them: what tests of this module begin with. The scan
/// of components finds it beside those of the platform.
@Lazy
@Component
public class Incidents {
  private static final AnalysisFacts FACTS =
      new AnalysisFacts(
          "A test.",
          Optional.empty(),
          Map.of(),
          0,
          0,
          0,
          true,
          0,
          0,
          0,
          "pcapng",
          "test",
          List.of(),
          Optional.empty(),
          Optional.empty());

  /// Tests count what these find in the samples; what detectors find that came later is left out.
  private static final Set<String> DETECTORS =
      Set.of("beaconing", "brute-force", "certificate-faults", "dns-tunnel", "port-scan");

  private static final Path SAMPLES = Path.of(System.getProperty("aegis.root"), "samples");

  private final Blobs blobs;
  private final JdbcClient sql;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transactions;
  private final JsonMapper json;

  Incidents(
      Blobs blobs,
      JdbcClient sql,
      ApplicationEventPublisher events,
      TransactionOperations transactions,
      JsonMapper json) {
    this.blobs = blobs;
    this.sql = sql;
    this.events = events;
    this.transactions = transactions;
    this.json = json;
  }

  /// A capture of the samples, analysed by the engine, with its alerts in the inbox.
  public CaptureId sample(String name, PersonId owner, Visibility visibility) {
    CaptureId capture = capture(name, owner, visibility);
    analysed(capture, document(name));
    return capture;
  }

  /// What the engine says of a sample, as far as it comes from [#DETECTORS].
  public static String document(String name) {
    try {
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      AnalysisJson.write(
          new Analysis(AnalysisOptions.defaults(), "test")
              .run(List.of(SAMPLES.resolve(name).toString())),
          json);
      JsonNode document = JsonMapper.shared().readTree(json.toByteArray());
      Iterator<JsonNode> alerts = document.required("alerts").iterator();
      while (alerts.hasNext()) {
        if (!DETECTORS.contains(alerts.next().at("/rule/id").asString())) {
          alerts.remove();
        }
      }
      return document.toString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// A capture of the samples that nobody has analysed yet.
  public CaptureId capture(String name, PersonId owner, Visibility visibility) {
    try (InputStream bytes = Files.newInputStream(SAMPLES.resolve(name))) {
      Blob content = blobs.store(bytes);
      CaptureId id = new CaptureId(UUID.randomUUID());
      sql.sql(
              """
              insert into captures (id, name, owner, visibility, content, size, uploaded)
              values (:id, :name, :owner, :visibility, :content, :size, now())
              """)
          .param("id", id.value())
          .param("name", name)
          .param("owner", owner.value())
          .param("visibility", visibility.name())
          .param("content", content.id().sha256())
          .param("size", content.size())
          .update();
      return id;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// An analysis of this capture came to this, and its alerts are in the inbox.
  public AnalysisId analysed(CaptureId capture, String document) {
    AnalysisId analysis = recorded(capture, document);
    tell(capture, analysis);
    return analysis;
  }

  /// An analysis that nobody was told of yet.
  public AnalysisId recorded(CaptureId capture, String document) {
    String blob = store(document);
    AnalysisId id = new AnalysisId(UUID.randomUUID());
    sql.sql(
            """
            insert into analyses (id, capture, job, settings, requested_by, requested, outcome, finished,
                                  document, flows, report, facts)
            select :id, c.id, gen_random_uuid(), cast(:settings as jsonb), c.owner, clock_timestamp(), 'DONE',
                   clock_timestamp(), :blob, :blob, :blob, cast(:facts as jsonb)
              from captures c where c.id = :capture
            """)
        .param("id", id.value())
        .param("capture", capture.value())
        .param("settings", json.writeValueAsString(AnalysisSettings.usual()))
        .param("facts", json.writeValueAsString(FACTS))
        .param("blob", blob)
        .update();
    return id;
  }

  private String store(String document) {
    try {
      return blobs
          .store(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
          .id()
          .sha256();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /// Publishes the event as `captures` does, and waits until it was heard.
  public void tell(CaptureId capture, AnalysisId analysis) {
    transactions.executeWithoutResult(
        _ -> events.publishEvent(new CaptureAnalyzed(capture, analysis)));
    Instant late = Instant.now().plus(Duration.ofSeconds(90));
    while (waiting(analysis) && Instant.now().isBefore(late)) {
      pause();
    }
    if (waiting(analysis)) {
      throw new AssertionError("the event of analysis " + analysis + " was not heard");
    }
  }

  private boolean waiting(AnalysisId analysis) {
    return sql.sql(
            """
            select exists (select from event_publication
                            where completion_date is null and position(:id in serialized_event) > 0)
            """)
        .param("id", analysis.toString())
        .query(Boolean.class)
        .single();
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /// The alerts of a capture, the most urgent first.
  public List<AlertId> alertsOf(CaptureId capture) {
    return sql.sql("select id from alert where capture = :capture order by severity desc, id")
        .param("capture", capture.value())
        .query((row, _) -> new AlertId(row.getLong("id")))
        .list();
  }

  /// Many alerts at once, as copies of one with other numbers.
  public List<AlertId> copies(AlertId alert, int count) {
    return sql.sql(
            """
            insert into alert (capture, engine_id, analysis, detector, detector_name, severity, sentence, subject,
                               target, hosts, techniques, first_seen, last_seen, occurrences, document, words, arrived)
            select capture, engine_id || '-' || n, analysis, detector, detector_name, n % 5, sentence, subject,
                   target, hosts, techniques, first_seen, last_seen, occurrences, document, words, arrived
              from alert, generate_series(1, :count) n where id = :alert
            returning id
            """)
        .param("alert", alert.value())
        .param("count", count)
        .query((row, _) -> new AlertId(row.getLong("id")))
        .list();
  }
}
