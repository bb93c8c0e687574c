package io.aegispcap.platform.captures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.captures.library.Audience;
import io.aegispcap.platform.captures.search.Findings;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Chromium;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import io.aegispcap.platform.web.SearchText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The search over everything, by all that captures bring.
@RunningPlatform
class SearchTests {
  /// Letters that mean something in patterns, and such as others confuse.
  private static final List<String> LETTERS = List.of("a", "B", "%", "_", "\\", "'", "é", " ");

  private final Guests people;
  private final CaptureGuests guests;
  private final Chromium chromium;
  private final Findings findings;
  private final JdbcClient sql;

  SearchTests(
      Guests people,
      ApiTokens tokens,
      Browser browser,
      Chromium chromium,
      Findings findings,
      JdbcClient sql) {
    this.people = people;
    this.guests = new CaptureGuests(people, tokens, browser);
    this.chromium = chromium;
    this.findings = findings;
    this.sql = sql;
  }

  private static String query(String text) {
    return "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&limit=50";
  }

  /// Where what was found is, in order.
  private static List<String> paths(CaptureGuest guest, String text, String kind) {
    JsonNode items = guest.json("/api/v1/search" + query(text)).get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.get("kind").asString().equals(kind))
        .map(item -> item.get("path").asString())
        .toList();
  }

  private static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }

  private static String described(CaptureGuest owner, String visibility, String json) {
    String id = owner.uploaded("plain.pcap", visibility, Samples.fresh());
    assertThat(owner.call("PATCH", "/api/v1/captures/" + id, json).status()).isEqualTo(200);
    return id;
  }

  @Test
  void findsCapturesByNameTagAndNotesThoseByNameFirst() {
    CaptureGuest owner = guests.program();
    String word = word();
    String named = described(owner, "private", "{\"name\":\"The %s one\"}".formatted(word));
    String tagged = described(owner, "private", "{\"tags\":[\"%s\"]}".formatted(word));
    String noted =
        described(owner, "private", "{\"notes\":\"Seen at noon.\\nAsk %s.\"}".formatted(word));
    assertThat(paths(owner, word.toUpperCase(Locale.ROOT), "captures"))
        .containsExactly("/captures/" + named, "/captures/" + noted, "/captures/" + tagged);
    assertThat(paths(owner, word.substring(3, 9) + " noon", "captures"))
        .containsExactly("/captures/" + noted);
    assertThat(paths(owner, word + " midnight", "captures")).isEmpty();
  }

  @Test
  void showsNobodyWhatTheyMayNotSee() {
    String word = word();
    CaptureGuest owner = guests.program();
    String hidden = described(owner, "private", "{\"name\":\"%s\"}".formatted(word));
    String shared = described(owner, "team", "{\"name\":\"%s\"}".formatted(word));
    String open = described(owner, "public", "{\"name\":\"%s\"}".formatted(word));
    String gone = described(owner, "public", "{\"name\":\"%s\"}".formatted(word));
    owner.settled(gone);
    owner.call("DELETE", "/api/v1/captures/" + gone, "");
    CaptureGuest administrator = guests.program(Role.ADMINISTRATOR);
    CaptureGuest writer = guests.program(Set.of(Scope.WRITE));
    assertThat(paths(owner, word, "captures"))
        .containsExactly("/captures/" + open, "/captures/" + shared, "/captures/" + hidden);
    assertThat(paths(administrator, word, "captures")).hasSize(3);
    assertThat(paths(guests.program(Role.MAINTAINER), word, "captures"))
        .containsExactly("/captures/" + open, "/captures/" + shared);
    assertThat(paths(writer, word, "captures")).containsExactly("/captures/" + open);
    assertThat(paths(guests.visitor(), word, "captures")).containsExactly("/captures/" + open);
    assertThat(people.join().browser().get("/search" + query(word)).body())
        .contains("/captures/" + open, "/captures/" + shared)
        .doesNotContain(hidden, gone);
  }

  @Test
  void findsHostsAndAlertsOfAnalysedCapturesForThoseWhoSeeThem() {
    CaptureGuest owner = guests.program();
    String id = owner.uploaded("dns.pcapng", "private", Samples.named("dns-tunnel.pcapng"));
    owner.settled(id);
    String base = "/captures/" + id;
    String ip = first(owner, id, "/hosts?limit=1", "ip");
    String name = first(owner, id, "/names?limit=1", "name");
    CaptureGuest other = guests.program();
    assertThat(paths(owner, ip, "hosts")).contains(base + "/hosts/" + ip);
    List<String> named = paths(owner, name, "hosts");
    assertThat(named).anyMatch(path -> path.startsWith(base + "/flows?q=name"));
    assertThat(owner.json("/api/v1" + named.getFirst()).get("items").isEmpty()).isFalse();
    assertThat(paths(owner, ip.substring(0, ip.length() - 1), "hosts")).isNotEmpty();
    for (CaptureGuest stranger : List.of(other, guests.visitor())) {
      assertThat(paths(stranger, ip, "hosts")).noneMatch(path -> path.contains(id));
      assertThat(paths(stranger, name, "hosts")).noneMatch(path -> path.contains(id));
    }
    List<String> alerts =
        awaited(owner, "dns").stream()
            .filter(path -> owner.json("/api/v1" + path).at("/capture/id").asString().equals(id))
            .toList();
    assertThat(alerts).isNotEmpty();
    assertThat(paths(other, "dns", "alerts")).doesNotContainAnyElementsOf(alerts);
  }

  private static String first(CaptureGuest owner, String id, String path, String member) {
    JsonNode items = owner.json("/api/v1/captures/" + id + path).get("items");
    return items.get(0).get(member).asString();
  }

  /// Alerts come a moment after the analysis.
  private static List<String> awaited(CaptureGuest owner, String word) {
    List<String> alerts = List.of();
    for (int i = 0; i < 200 && alerts.isEmpty(); i++) {
      CaptureGuest.pause();
      alerts = paths(owner, word, "alerts");
    }
    return alerts;
  }

  @Test
  void forgetsHostsWithTheirCapture() {
    CaptureGuest owner = guests.program();
    String id = owner.uploaded("a.pcap", "private", Samples.fresh());
    owner.settled(id);
    assertThat(hosts(id)).isPositive();
    owner.call("DELETE", "/api/v1/captures/" + id, "");
    assertThat(paths(owner, "10.1.0.1", "hosts")).noneMatch(path -> path.contains(id));
    sql.sql("delete from captures where id = :id").param("id", UUID.fromString(id)).update();
    assertThat(hosts(id)).isZero();
  }

  private long hosts(String capture) {
    return sql.sql("select count(*) from capture_host where capture = :id")
        .param("id", UUID.fromString(capture))
        .query(Long.class)
        .single();
  }

  @Test
  void findsPeopleForThoseWhoSignedIn() {
    Guests.Guest sought = people.join();
    String path = "/people/" + sought.handle();
    assertThat(paths(guests.program(), "@" + sought.handle(), "people")).containsExactly(path);
    assertThat(paths(guests.visitor(), sought.handle(), "people")).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithAQuestion() {
    CaptureGuest visitor = guests.visitor();
    assertThat(visitor.get("/api/v1/search?q=" + "a".repeat(201)).status()).isEqualTo(422);
    assertThat(visitor.get("/api/v1/search?q=a&limit=0").status()).isEqualTo(422);
    assertThat(visitor.json("/api/v1/search?q=").get("items").isEmpty()).isTrue();
    assertThat(visitor.get("/search?q=%00").status()).isEqualTo(200);
  }

  @Test
  @Tag("property")
  void findsExactlyThoseWhoseNamesHoldAllWords() {
    CaptureGuest owner = guests.program();
    String one = owner.uploaded("one.pcap", "private", Samples.fresh());
    owner.settled(one);
    List<String> names = new ArrayList<>();
    for (int a = 0; a < LETTERS.size(); a++) {
      for (int b = 0; b < LETTERS.size(); b++) {
        names.add("x" + LETTERS.get(a) + LETTERS.get(b) + LETTERS.get((a * b + 3) % 7) + "x");
      }
    }
    sql.sql(
            """
            insert into captures (id, name, owner, visibility, content, size, uploaded)
            select gen_random_uuid(), n, c.owner, 'PRIVATE', c.content, c.size, now()
              from captures c, unnest(:names::text[]) n where c.id = :one
            """)
        .param("names", names.toArray(String[]::new))
        .param("one", UUID.fromString(one))
        .update();
    Audience audience = new Audience(Optional.of(owner.id()), Optional.of(owner.id()), false);
    qt().withExamples(200)
        .forAll(lists().of(integers().between(0, LETTERS.size() - 1)).ofSizeBetween(1, 4))
        .checkAssert(
            letters -> {
              String text = "x" + letters.stream().map(LETTERS::get).collect(Collectors.joining());
              SearchText wanted = new SearchText(text);
              assertThat(findings.captures(wanted, audience, 1_000).stream().map(Capture::name))
                  .containsExactlyInAnyOrderElementsOf(
                      names.stream()
                          .filter(
                              name ->
                                  wanted.words().stream()
                                      .allMatch(name.toLowerCase(Locale.ROOT)::contains))
                          .toList());
            });
  }

  @Test
  void isReachedAndUsedByKeyboard() {
    String word = word();
    Guests.Guest guest = people.join();
    CaptureGuest owner = guests.of(guest, Set.of(Scope.READ, Scope.WRITE));
    String first = described(owner, "private", "{\"name\":\"%s one\"}".formatted(word));
    described(owner, "private", "{\"name\":\"%s two\"}".formatted(word));
    try (BrowserContext window = chromium.window(guest.browser());
        Page page = window.newPage()) {
      List<String> wrong = new ArrayList<>();
      page.onPageError(wrong::add);
      page.navigate("/notices");
      page.keyboard().press("/");
      page.keyboard().type(word);
      page.waitForSelector(".find-hits .found-hit:has-text('one')");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      page.waitForURL("**/captures/" + first);
      page.keyboard().press("Control+k");
      page.keyboard().type(word + " nothing such");
      page.waitForSelector(".find-hits :text('Nothing found')");
      page.keyboard().press("Escape");
      assertThat(page.locator(".find-hits").isVisible()).isFalse();
      page.setViewportSize(Chromium.PHONE_WIDTH, Chromium.PHONE_HEIGHT);
      page.locator(".find-link").click();
      page.locator("main input[type=search]").fill(word);
      page.waitForSelector("#found .found-hit:has-text('two')");
      assertThat(page.url()).endsWith("/search?q=" + word);
      assertThat(wrong).isEmpty();
    }
  }
}
