package io.aegispcap.platform.captures.flows.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.platform.captures.flows.SampleFlows;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What people and programs see of a capture that was uploaded.
@RunningPlatform
class FlowPagesTests {
  private final Guests guests;
  private final Browser visitor;
  private final JdbcClient sql;
  private Guest owner = new Guest("", null, null);
  private UploadedCapture uploaded = new UploadedCapture(owner, "");
  private String capture = "";

  @TempDir private Path folder;

  FlowPagesTests(Guests guests, Browser visitor, JdbcClient sql) {
    this.guests = guests;
    this.visitor = visitor;
    this.sql = sql;
  }

  @BeforeEach
  void lookAtACapture() throws IOException, InterruptedException {
    uploaded = UploadedCapture.night(guests);
    owner = uploaded.owner();
    capture = uploaded.id();
  }

  private JsonNode api(String path) {
    return uploaded.api(path);
  }

  private Answer get(String path) {
    return owner.browser().get(path);
  }

  private Answer page(String path) {
    return uploaded.page(path);
  }

  private static String q(String filter) {
    return "?q=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
  }

  @Test
  void theCapturesPageShowsItsTraffic() {
    Answer page = page("");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("id=\"traffic\"", "Top talkers", "Who speaks with whom", "class=\"slot\"")
        .contains("data-timeline=", "application+%3D%3D+dns");
    assertThat(page(q("proto == nonsense")).body()).contains("No flow matches");
  }

  @Test
  void aFilterNarrowsTheListAndItsPicture() {
    Answer page = page("/flows" + q("proto == dns and dst_port == 53"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("value=\"proto == dns and dst_port == 53\"")
        .contains("Remove proto == dns", "Remove dst_port == 53")
        .contains("aria-sort=\"ascending\"");
    assertThat(page("/flows" + q("proto == dns") + "&sort=-bytes").body())
        .contains("aria-sort=\"descending\"");
  }

  @Test
  void aMistakeIsMarkedWhereItIs() {
    Answer page = page("/flows" + q("proto == dns and hsot == 1.2.3.4"));
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body())
        .contains("proto == dns and <mark>hsot</mark> == 1.2.3.4", "did you mean host?");
    Answer problem =
        get("/api/v1/captures/" + capture + "/flows" + q("proto == dns and hsot == 1.2.3.4"));
    assertThat(problem.status()).isEqualTo(400);
    JsonNode members = JsonMapper.shared().readTree(problem.body());
    assertThat(members.path("type").asString()).isEqualTo("/problems/invalid-filter");
    assertThat(members.path("position").asInt()).isEqualTo(17);
    assertThat(members.path("length").asInt()).isEqualTo(4);
    assertThat(get("/problems/invalid-filter").status()).isEqualTo(200);
  }

  @Test
  void whatIsTypedIsNeverMarkup() {
    for (String path : List.of("", "/flows", "/hosts", "/names", "/files")) {
      assertThat(page(path + q("\"><script>alert(1)</script>")).body())
          .doesNotContain("<script>alert");
      assertThat(page(path + q("name == \"<script>alert(1)</script>\"")).body())
          .doesNotContain("<script>alert");
    }
  }

  @Test
  void othersSeeNothingOfAPrivateCapture() {
    Guest other = guests.join();
    JsonNode flow = api("/flows?limit=1").path("items").path(0);
    String frame = flow.path("frame").asString();
    String ip = flow.path("source").path("ip").asString();
    List<String> paths =
        List.of(
            "",
            "/flows",
            "/flows/" + frame,
            "/flows/export",
            "/flows/" + frame + "/packets",
            "/hosts",
            "/hosts/" + ip,
            "/names",
            "/files",
            "/overview",
            "/filter/completions");
    for (String path : paths) {
      for (String prefix : List.of("/captures/", "/api/v1/captures/")) {
        assertThat(other.browser().get(prefix + capture + path).status())
            .as(prefix + path)
            .isEqualTo(404);
        assertThat(visitor.get(prefix + capture + path).status()).isEqualTo(404);
      }
    }
  }

  @Test
  void programsPageThroughAllFlows() {
    List<String> frames = new ArrayList<>();
    JsonNode page = api("/flows?limit=400&sort=-bytes");
    while (true) {
      page.path("items").forEach(flow -> frames.add(flow.path("frame").asString()));
      if (page.path("next").isMissingNode()) {
        break;
      }
      page = api("/flows?limit=400&sort=-bytes&cursor=" + page.path("next").asString());
    }
    long flows = api("/overview").path("all").path("flows").asLong();
    assertThat(frames).doesNotHaveDuplicates().hasSize((int) flows);
    assertThat(get("/api/v1/captures/" + capture + "/flows?cursor=nonsense").status())
        .isEqualTo(400);
    assertThat(get("/api/v1/captures/" + capture + "/flows?limit=0").status()).isEqualTo(400);
    assertThat(get("/api/v1/captures/" + capture + "/flows?sort=colour").status()).isEqualTo(400);
  }

  @Test
  void aFlowHasAPageWithAllThatIsKnownOfIt() {
    JsonNode flow = api("/flows" + q("sni == shop.example") + "&limit=1").path("items").path(0);
    String frame = flow.path("frame").asString();
    Answer page = page("/flows/" + frame);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("shop.example", "tls.client.ja4", "flow_iat_mean", "frame.number in {" + frame)
        .contains(flow.path("community_id").asString());
    JsonNode whole = api("/flows/" + frame);
    assertThat(whole.path("features").size()).isEqualTo(135);
    assertThat(page("/flows/999999999").status()).isEqualTo(404);
  }

  @Test
  void aHostHasAPageWithTheEvidence() {
    String ip = api("/hosts?limit=1").path("items").path(0).path("ip").asString();
    assertThat(page("/hosts/" + ip).body()).contains("Peers", "Services", ip);
    assertThat(page("/hosts").body()).contains("/hosts/" + ip);
    assertThat(page("/hosts/192.0.2.250").status()).isEqualTo(404);
    assertThat(page("/hosts/nonsense").status()).isEqualTo(404);
    assertThat(page("/names").body()).contains("shop.example");
    assertThat(page("/files").body()).contains("SHA-256");
    assertThat(api("/names").path("items").size()).isPositive();
    assertThat(api("/files").path("items").size()).isPositive();
  }

  /// They come into the inbox a moment after the analysis.
  @Test
  void alertsAboutAHostLeadToTheirPages() throws InterruptedException {
    Pattern link = Pattern.compile("href=\"(/alerts/\\d+)\"");
    Matcher found = link.matcher(page("/hosts/10.20.20.30").body());
    for (int i = 0; i < 300 && !found.find(); i++) {
      Thread.sleep(100);
      found = link.matcher(page("/hosts/10.20.20.30").body());
    }
    assertThat(found.reset().find()).isTrue();
    assertThat(get(found.group(1)).body()).contains("10.20.20.30");
  }

  @Test
  void completionOffersWhatTheFlowsHave() {
    JsonNode offer = api("/filter/completions?text=proto+%3D%3D+d&cursor=10");
    assertThat(offer.path("from").asInt()).isEqualTo(9);
    assertThat(offer.path("items").path(0).path("text").asString()).isEqualTo("dns");
  }

  @Test
  void flowsAreHandedOutAsTheCommandLineWritesThem() throws Exception {
    assertThat(download("/flows/export?format=csv"))
        .hasSameTextualContentAs(SampleFlows.csv("night.pcapng", folder), StandardCharsets.UTF_8);
    Path lines = download("/flows/export" + q("proto == dns") + "&format=jsonl");
    long dns = api("/overview" + q("proto == dns")).path("shown").path("flows").asLong();
    List<String> rows = Files.readAllLines(lines);
    assertThat(rows).hasSize((int) dns);
    JsonNode row = JsonMapper.shared().readTree(rows.getFirst());
    assertThat(row.path("network.protocol").asString()).isEqualTo("dns");
    assertThat(row.path("features").path("tot_fwd_pkts").isNumber()).isTrue();
    assertThat(row.path("facts").isArray()).isTrue();
    assertThat(count(download("/flows/export" + q("proto == dns") + "&format=parquet")))
        .isEqualTo(dns);
    assertThat(page("/flows/export?format=xml").status()).isEqualTo(400);
  }

  @Test
  @Tag("P22")
  void whatIsHandedOutIsOnRecordWithHowManyThereWere() throws Exception {
    long dns = api("/overview" + q("proto == dns")).path("shown").path("flows").asLong();
    JsonNode flow = api("/flows?sort=-packets&limit=1").path("items").path(0);
    int before = records().size();
    download("/flows/export" + q("proto == dns") + "&format=jsonl");
    download("/flows/export" + q("host == 192.0.2.250") + "&format=csv");
    download("/flows/" + flow.path("frame").asString() + "/packets?side=source");
    assertThat(records().subList(before, before + 3))
        .containsExactly(
            "flows.export proto == dns " + dns,
            "flows.export host == 192.0.2.250 0",
            "flow.packets " + flow.path("source").path("packets").asLong());
    assertThat(records()).hasSize(before + 3);
  }

  /// Actions of the owner about the capture with their query and results, the latest last.
  private List<String> records() {
    return sql.sql(
            """
            select action, detail from audit_entry
             where person = :person and target = :capture and action like 'flow%' order by seq
            """)
        .param("person", owner.id().value())
        .param("capture", capture)
        .query(
            (row, _) -> {
              JsonNode detail = JsonMapper.shared().readTree(row.getString("detail"));
              String filter = detail.path("filter").asString("");
              return row.getString("action")
                  + (filter.isEmpty() ? " " : " " + filter + " ")
                  + detail.path("results").asString();
            })
        .list();
  }

  private static long count(Path parquet) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duckdb.createStatement();
        ResultSet row = sql.executeQuery("SELECT count(*) FROM read_parquet('" + parquet + "')")) {
      row.next();
      return row.getLong(1);
    }
  }

  /// What was worked out with the analysis is what one gets by asking, here with a filter that lets
  /// everything through.
  @Test
  void firstViewsAreWhatTheFlowsSay() {
    for (String list : List.of("hosts", "names", "files")) {
      assertThat(
              sql.sql("select count(*) from analysis_overview where %s is null".formatted(list))
                  .query(Long.class)
                  .single())
          .isZero();
      for (int limit : List.of(1, 7, 200)) {
        JsonNode workedOut = api("/" + list + "?limit=" + limit).path("items");
        assertThat(workedOut.size()).isPositive();
        assertThat(workedOut)
            .isEqualTo(api("/" + list + q("packets >= 0") + "&limit=" + limit).path("items"));
      }
    }
  }

  @Test
  void aFlowIsHandedOutAsPackets() throws Exception {
    for (JsonNode flow : api("/flows?sort=-packets&limit=5").path("items")) {
      String path = "/flows/" + flow.path("frame").asString() + "/packets";
      long source = flow.path("source").path("packets").asLong();
      long destination = flow.path("destination").path("packets").asLong();
      assertThat(packets(download(path))).isEqualTo(source + destination);
      assertThat(packets(download(path + "?side=source"))).isEqualTo(source);
      assertThat(packets(download(path + "?side=destination"))).isEqualTo(destination);
    }
    String first = api("/flows?limit=1").path("items").path(0).path("frame").asString();
    assertThat(page("/flows/" + first + "/packets?side=inside").status()).isEqualTo(400);
  }

  private static long packets(Path pcap) throws IOException {
    Packet packet = new Packet();
    long packets = 0;
    try (CaptureFile source = Captures.open(pcap, ReadOptions.DEFAULT)) {
      while (source.next(packet)) {
        packets++;
      }
    }
    return packets;
  }

  private Path download(String path) throws IOException, InterruptedException {
    Path file = Files.createTempFile(folder, "download", ".bin");
    var answer =
        owner
            .browser()
            .client()
            .send(
                owner.browser().request("/captures/" + capture + path).GET().build(),
                BodyHandlers.ofFile(file));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    return file;
  }
}
