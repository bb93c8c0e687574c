package io.aegispcap.platform.captures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Reads;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.audit.AuditLog;
import io.aegispcap.platform.running.AlertingCapture;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// P22: every list and every single thing of others that is read, by whom and how ever, leaves one
/// record: time, person, query and how many results. What is one's own, or refused, leaves none.
@RunningPlatform
@Tag("P22")
class ReadAuditTests {
  private static final List<String> WORDS =
      List.of("", "ssh", "10.0", "nothing-of-that-kind", "<b>");
  private static final List<String> ALERT_FILTERS =
      List.of("", "is:any", "severity:>=high", "host:10.0.0.0/8", "severity:awful");
  private static final List<String> FLOW_FILTERS =
      List.of("", "proto == ssh", "host == 192.0.2.250", "packets > 10", "host ==");

  /// Pages say what is wrong with these, and show nothing.
  private static final Set<String> MISTAKEN = Set.of("severity:awful", "host ==");

  /// A list, at a page and in the API.
  private enum Reading {
    CAPTURES("capture.list", "/captures"),
    ALERTS("alert.list", "/alerts"),
    SEARCH("everything.list", "/search"),
    FLOWS("flow.list", "/captures/ID/flows"),
    HOSTS("host.list", "/captures/ID/hosts"),
    NAMES("name.list", "/captures/ID/names"),
    FILES("file.list", "/captures/ID/files"),
    JOBS("job.list", "/jobs"),
    OWN_CAPTURES("capture.list", "/captures?mine=true"),
    PEOPLE("person.list", "/people");

    private final String action;
    private final String path;

    Reading(String action, String path) {
      this.action = action;
      this.path = path;
    }

    List<String> queries() {
      return switch (this) {
        case CAPTURES, OWN_CAPTURES, SEARCH -> WORDS;
        case ALERTS -> ALERT_FILTERS;
        case FLOWS, HOSTS, NAMES, FILES -> FLOW_FILTERS;
        case JOBS, PEOPLE -> List.of("");
      };
    }

    /// Whether there is something in it that is not the reader's.
    boolean isOfOthers(Reader reader, String query) {
      return switch (this) {
        case CAPTURES, ALERTS, PEOPLE -> true;
        case SEARCH -> !query.isEmpty();
        case FLOWS, HOSTS, NAMES, FILES -> reader != Reader.OWNER;
        case JOBS -> reader == Reader.ADMINISTRATOR;
        case OWN_CAPTURES -> false;
      };
    }
  }

  /// One of the things there are, at its page, in the API, or at both.
  private enum Thing {
    CAPTURE("capture.read", "/captures/CAPTURE", Where.BOTH),
    ANALYSES("analysis.list", "/captures/CAPTURE/analyses", Where.API),
    REPORT("report.read", "/captures/CAPTURE/report", Where.BOTH),
    DOCUMENT("document.read", "/captures/CAPTURE/document", Where.BOTH),
    NAVIGATOR("navigator.read", "/captures/CAPTURE/navigator", Where.BOTH),
    STIX("stix.read", "/captures/CAPTURE/stix", Where.BOTH),
    FLOW_FILE("flow-file.read", "/captures/CAPTURE/flows.parquet", Where.BOTH),
    FLOW("flow.read", "/captures/CAPTURE/flows/FRAME", Where.BOTH),
    TRAFFIC("traffic.read", "/captures/CAPTURE/overview", Where.API),
    HOST("host.read", "/captures/CAPTURE/hosts/HOST", Where.BOTH),
    COMPLETIONS(
        "completion.list",
        "/captures/CAPTURE/filter/completions?text=proto+%3D%3D+&cursor=9",
        Where.API),
    ALERT("alert.read", "/alerts/ALERT", Where.BOTH),
    PACKETS("packet.list", "/alerts/ALERT/packets", Where.BOTH),
    HISTORY("action.list", "/alerts/ALERT/history", Where.API),
    COMMENTS("comment.list", "/alerts/ALERT/comments", Where.API),
    PERSON("person.read", "/people/PERSON", Where.PAGE);

    private enum Where {
      PAGE,
      API,
      BOTH
    }

    private final String action;
    private final String path;
    private final Where where;

    Thing(String action, String path, Where where) {
      this.action = action;
      this.path = path;
      this.where = where;
    }

    boolean isOfOthers(Reader reader) {
      return switch (this) {
        case ALERT, PACKETS, HISTORY, COMMENTS -> true;
        default -> reader != Reader.OWNER;
      };
    }
  }

  private enum Reader {
    OWNER,
    MEMBER,
    ADMINISTRATOR,
    VISITOR
  }

  private record Entry(
      Instant at, Optional<UUID> person, String target, String query, long results) {}

  /// A reader and their browser.
  private record Somebody(Optional<UUID> id, Browser browser) {

    Answer read(String path) {
      return browser.send(browser.request(path).build());
    }

    static Somebody of(Guests.Guest guest) {
      return new Somebody(Optional.of(guest.id().value()), guest.browser());
    }
  }

  private final Guests guests;
  private final ApiTokens tokens;
  private final Browser visitor;
  private final JdbcClient sql;
  private final AuditLog log;
  private final Reads reads;

  ReadAuditTests(
      Guests guests, ApiTokens tokens, Browser visitor, JdbcClient sql, AuditLog log, Reads reads) {
    this.guests = guests;
    this.tokens = tokens;
    this.visitor = visitor;
    this.sql = sql;
    this.log = log;
    this.reads = reads;
  }

  @Test
  @Tag("property")
  void eachReadOfOthersLeavesOneRecordOfWhoWhenWhatAndHowMany() throws IOException {
    Guests.Guest owner = guests.join();
    CaptureGuest program =
        new CaptureGuests(guests, tokens, visitor).of(owner, EnumSet.of(Scope.READ, Scope.WRITE));
    String capture = program.uploaded("ssh.pcap", "public", AlertingCapture.of(System.nanoTime()));
    program.settled(capture);
    Map<Reader, Somebody> readers = readers(owner);
    qt().withExamples(150)
        .forAll(
            arbitrary().enumValues(Reading.class),
            arbitrary().enumValues(Reader.class),
            integers().between(0, 14),
            integers().between(1, 7))
        .checkAssert(
            (reading, reader, choice, limit) -> {
              boolean api = choice % 3 != 0;
              Somebody somebody = readers.get(reader);
              String query = reading.queries().get(choice % reading.queries().size());
              String path = (api ? "/api/v1" : "") + reading.path.replace("ID", capture);
              String asked =
                  path
                      + (path.contains("?") ? "&" : "?")
                      + "q="
                      + URLEncoder.encode(query, StandardCharsets.UTF_8)
                      + "&limit="
                      + limit;
              long before = last();
              Answer answer = somebody.read(asked);
              List<Entry> left = after(before, reading.action);
              boolean shown = answer.status() == 200 && !MISTAKEN.contains(query);
              if (!shown || !reading.isOfOthers(reader, query)) {
                assertThat(left).as("%s: %d", asked, answer.status()).isEmpty();
                return;
              }
              assertThat(left).as(asked).hasSize(1);
              Entry entry = left.getFirst();
              assertThat(entry.at()).isBetween(Instant.now().minusSeconds(60), Instant.now());
              assertThat(entry.person()).isEqualTo(somebody.id());
              assertThat(entry.query()).contains(query);
              assertThat(entry.target()).isEqualTo(path.contains(capture) ? capture : "");
              if (api) {
                assertThat(entry.results())
                    .isEqualTo(CaptureGuest.json(answer).path("items").size());
              }
            });
    assertThat(log.verify()).isInstanceOf(AuditLog.Verdict.Intact.class);
  }

  @Test
  @Tag("property")
  void eachThingOfOthersThatIsReadLeavesOneRecord() throws Exception {
    Guests.Guest owner = guests.join();
    CaptureGuest program =
        new CaptureGuests(guests, tokens, visitor).of(owner, EnumSet.of(Scope.READ, Scope.WRITE));
    String capture = program.uploaded("one.pcap", "public", AlertingCapture.of(System.nanoTime()));
    program.settled(capture);
    String first = "/api/v1/captures/" + capture;
    Map<String, String> ids =
        Map.of(
            "CAPTURE", capture,
            "ALERT", alertOf(capture),
            "FRAME", program.json(first + "/flows").at("/items/0/frame").asString(),
            "HOST", program.json(first + "/hosts").at("/items/0/ip").asString(),
            "PERSON", program.json("/api/v1/me").get("handle").asString());
    Map<Reader, Somebody> readers = readers(owner);
    qt().withExamples(120)
        .forAll(
            arbitrary().enumValues(Thing.class),
            arbitrary().enumValues(Reader.class),
            integers().between(0, 1))
        .checkAssert(
            (thing, reader, way) -> {
              boolean api =
                  thing.where == Thing.Where.API || thing.where == Thing.Where.BOTH && way == 1;
              String path = (api ? "/api/v1" : "") + thing.path;
              for (Map.Entry<String, String> id : ids.entrySet()) {
                path = path.replace(id.getKey(), id.getValue());
              }
              Somebody somebody = readers.get(reader);
              long before = last();
              Answer answer = somebody.read(path);
              List<Entry> left = after(before, thing.action);
              if (answer.status() != 200 || !thing.isOfOthers(reader)) {
                assertThat(left).as("%s: %d", path, answer.status()).isEmpty();
                assertThat(thing == Thing.PERSON || answer.status() == 200).as(path).isTrue();
                return;
              }
              assertThat(left).as(path).hasSize(1);
              Entry entry = left.getFirst();
              assertThat(entry.person()).isEqualTo(somebody.id());
              assertThat(entry.target()).isIn(capture, ids.get("ALERT"), owner.id().toString());
              assertThat(entry.results()).isEqualTo(results(thing, api, answer));
            });
    assertThat(log.verify()).isInstanceOf(AuditLog.Verdict.Intact.class);
  }

  /// What the answer shows; lists count their items, and everything else is one thing.
  private static long results(Thing thing, boolean api, Answer answer) {
    if (!thing.action.endsWith(".list")) {
      return 1;
    }
    if (!api) {
      return answer.body().split("id=\"frame-", -1).length - 1L;
    }
    return CaptureGuest.json(answer).get("items").size();
  }

  private String alertOf(String capture) {
    for (int i = 0; i < 600; i++) {
      Optional<Long> alert =
          sql.sql("select id from alert where capture = cast(:capture as uuid) limit 1")
              .param("capture", capture)
              .query(Long.class)
              .optional();
      if (alert.isPresent()) {
        return alert.get().toString();
      }
      CaptureGuest.pause();
    }
    throw new AssertionError("no alert came of " + capture);
  }

  private Map<Reader, Somebody> readers(Guests.Guest owner) {
    return Map.of(
        Reader.OWNER, Somebody.of(owner),
        Reader.MEMBER, Somebody.of(guests.join()),
        Reader.ADMINISTRATOR, Somebody.of(guests.join(Role.ADMINISTRATOR)),
        Reader.VISITOR, new Somebody(Optional.empty(), visitor.another()));
  }

  private long last() {
    return sql.sql("select seq from audit_head").query(Long.class).single();
  }

  private List<Entry> after(long seq, String action) {
    return sql.sql("select * from audit_entry where seq > :seq and action = :action")
        .param("seq", seq)
        .param("action", action)
        .query(
            (row, _) -> {
              JsonNode detail = JsonMapper.shared().readTree(row.getString("detail"));
              return new Entry(
                  row.getObject("at", OffsetDateTime.class).toInstant(),
                  Optional.ofNullable(row.getObject("person", UUID.class)),
                  row.getString("target"),
                  detail.required("query").asString(),
                  Long.parseLong(detail.required("results").asString()));
            })
        .list();
  }

  @Test
  void readersWhoComeAtOnceShareAWriteAndLeaveARecordEach() {
    Caller reader = Caller.Person.atBrowser(guests.join().id(), "reader", Set.of());
    String query = UUID.randomUUID().toString();
    long before = last();
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        String own = query + "-" + i;
        readers.execute(() -> reads.record(reader, "test.list", "", own, 3));
      }
    }
    assertThat(after(before, "test.list"))
        .extracting(Entry::query)
        .hasSize(100)
        .doesNotHaveDuplicates();
    assertThat(log.verify()).isInstanceOf(AuditLog.Verdict.Intact.class);
  }
}
