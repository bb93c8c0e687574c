package io.aegispcap.platform.alerts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.alerts.Incidents;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// P22: every time that data is handed out there is one record: time, person, query and how many
/// results.
@RunningPlatform
@Tag("P22")
@Tag("property")
class ExportAuditTests {
  private static final List<String> TERMS =
      List.of(
          "is:any",
          "is:open",
          "is:archived",
          "severity:>=high",
          "severity:info,low",
          "-severity:high",
          "host:10.20.20.30",
          "detector:dns-tunnel",
          "technique:T1071",
          "\"long labels\"",
          "nothing-of-that-kind");

  private static final List<String> FORMATS = List.of("csv", "json", "parquet");

  private final Incidents incidents;
  private final Guests guests;
  private final Browser client;
  private final ApiTokens tokens;
  private final JdbcClient sql;

  ExportAuditTests(
      Incidents incidents, Guests guests, Browser client, ApiTokens tokens, JdbcClient sql) {
    this.incidents = incidents;
    this.guests = guests;
    this.client = client;
    this.tokens = tokens;
    this.sql = sql;
  }

  private record Entry(Instant at, String query, String results) {}

  @Test
  void eachExportLeavesOneRecordOfWhoWhenWhatAndHowMany() {
    Guests.Guest owner = guests.join();
    Guests.Guest other = guests.join();
    CaptureId capture = incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE);
    Map<PersonId, String> entrances =
        Map.of(owner.id(), token(owner.id()), other.id(), token(other.id()));
    qt().withExamples(100)
        .forAll(
            arbitrary().pick(owner.id(), owner.id(), other.id()),
            arbitrary().pick(FORMATS),
            lists().of(arbitrary().pick(TERMS)).ofSizeBetween(0, 3),
            integers().between(0, 3))
        .checkAssert(
            (person, format, terms, refused) -> {
              String filter =
                  ("capture:" + capture + " " + String.join(" ", terms)).strip()
                      + (refused == 0 ? " severity:awful" : "");
              int before = entries(person).size();
              Instant begun = Instant.now();
              Answer answer = export(entrances.get(person), filter, format);
              List<Entry> after = entries(person);
              if (refused == 0) {
                assertThat(answer.status()).isEqualTo(422);
                assertThat(after).hasSize(before);
                return;
              }
              assertThat(answer.status()).as(answer.body()).isEqualTo(200);
              assertThat(after).hasSize(before + 1);
              assertThat(after.getLast().at()).isAfterOrEqualTo(begun.minusMillis(5));
              assertThat(after.getLast().query()).isEqualTo(filter);
              assertThat(after.getLast().results())
                  .isEqualTo(Integer.toString(listed(entrances.get(person), filter)));
            });
  }

  private String token(PersonId person) {
    return tokens.make(person, "test", EnumSet.of(Scope.READ), Duration.ofHours(1));
  }

  private Answer export(String token, String filter, String format) {
    return get(token, "/api/v1/alerts/export?format=" + format + "&q=" + encoded(filter));
  }

  /// How many the list has, which is another way to the same data.
  private int listed(String token, String filter) {
    Answer list = get(token, "/api/v1/alerts?limit=500&q=" + encoded(filter));
    return JsonMapper.shared().readTree(list.body()).required("items").size();
  }

  private Answer get(String token, String path) {
    return client.send(
        client.request(path).header("Authorization", "Bearer " + token).GET().build());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<Entry> entries(PersonId person) {
    return sql.sql(
            """
            select at, target, detail from audit_entry
             where person = :person and action = 'alert.export' order by seq
            """)
        .param("person", person.value())
        .query(
            (row, _) ->
                new Entry(
                    row.getTimestamp("at").toInstant(),
                    row.getString("target"),
                    JsonMapper.shared()
                        .readTree(row.getString("detail"))
                        .required("results")
                        .asString()))
        .list();
  }
}
