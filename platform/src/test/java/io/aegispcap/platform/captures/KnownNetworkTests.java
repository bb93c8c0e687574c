package io.aegispcap.platform.captures;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.tuning.AllowList;
import io.aegispcap.analysis.tuning.WrongLineException;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.audit.AuditEntry;
import io.aegispcap.platform.audit.AuditLog;
import io.aegispcap.platform.running.AlertingCapture;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is known of the network, by programs, and what analyses do with it. Each test leaves
/// nothing known, since others analyse too.
@RunningPlatform
class KnownNetworkTests {
  private static final String NETWORK = "/api/v1/network";
  private static final String CALIBRATION =
      """
      {"format":"aegispcap-calibration","version":1,"software":"0.1.0",
       "captures":[{"name":"monday.pcap"}],
       "thresholds":[{"detector":"no-such-detector","version":"1","measure":"ports","unit":"",
                      "built_in":25,"network":62,"alerts":7,"greatest":80}],
       "inside_hosts":0,"common":[]}
      """;

  private final CaptureGuests guests;
  private final AuditLog log;
  private final Guests.Guest person;
  private final CaptureGuest maintainer;

  KnownNetworkTests(Guests people, ApiTokens tokens, Browser browser, AuditLog log) {
    this.guests = new CaptureGuests(people, tokens, browser);
    this.log = log;
    this.person = people.join(Role.MAINTAINER);
    this.maintainer = guests.of(person, EnumSet.allOf(Scope.class));
  }

  @AfterEach
  void forget() {
    for (JsonNode entry : maintainer.json(NETWORK + "/entries?limit=500").get("items")) {
      maintainer.call("DELETE", NETWORK + "/entries/" + entry.get("id").asLong(), "");
    }
    maintainer.call("DELETE", NETWORK + "/calibration", "");
    maintainer.call("PUT", NETWORK + "/home-networks", "{\"home_networks\":[]}");
  }

  private Answer send(String method, String path, byte[] content) {
    return maintainer
        .browser()
        .send(
            maintainer
                .request(NETWORK + path)
                .header("Content-Type", "application/octet-stream")
                .method(method, BodyPublishers.ofByteArray(content))
                .build());
  }

  private Answer send(String method, String path, String content) {
    return send(method, path, content.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> lines() {
    return maintainer.get(NETWORK + "/allow-list").body().lines().toList();
  }

  private List<AuditEntry> deeds(String action) {
    return log.search(
        new AuditLog.Query(action, Optional.of(maintainer.id()), Optional.empty()), 50);
  }

  private JsonNode latest(String capture) {
    return maintainer.json("/api/v1/captures/" + capture + "/analyses").at("/items/0");
  }

  private void analyseAgain(String capture) {
    Answer asked = maintainer.call("POST", "/api/v1/captures/" + capture + "/analyses", "{}");
    assertThat(asked.status()).isEqualTo(202);
    assertThat(maintainer.settled(capture).at("/state/name").asString()).isEqualTo("done");
  }

  @Test
  void leavesOutOfAnalysesToComeWhatIsAllowed() throws IOException {
    String capture = maintainer.uploaded("night.pcap", "private", AlertingCapture.of(8092));
    maintainer.settled(capture);
    String document = "/api/v1/captures/" + capture + "/document";
    int alerts = maintainer.json(document).get("alerts").size();
    assertThat(alerts).isPositive();
    assertThat(latest(capture).has("network")).isFalse();
    Answer added =
        maintainer.call(
            "POST",
            NETWORK + "/entries",
            "{\"detector\":\"*\",\"host\":\"0.0.0.0/0\",\"reason\":\"all of a test\"}");
    assertThat(added.status()).isEqualTo(201);
    long entry = CaptureGuest.json(added).get("id").asLong();

    analyseAgain(capture);

    JsonNode now = maintainer.json(document);
    assertThat(now.get("alerts").size()).isZero();
    assertThat(now.get("suppressed").size()).isEqualTo(alerts);
    assertThat(now.at("/suppressed/0/reason").asString())
        .isEqualTo("all of a test (entry " + entry + " of the network)");
    JsonNode network = latest(capture).get("network");
    assertThat(network.get("allowed").asInt()).isEqualTo(alerts);
    assertThat(network.get("allowances").asInt()).isEqualTo(1);
    assertThat(person.browser().get("/captures/" + capture).body())
        .containsAnyOf("One alert is left out", " alerts are left out")
        .contains("allowed or usual here");
    assertThat(maintainer.get("/api/v1/captures/" + capture + "/report").body())
        .contains("Left out by tuning", "all of a test");
    assertThat(deeds("network-entry.add"))
        .singleElement()
        .satisfies(deed -> assertThat(deed.target()).isEqualTo(Long.toString(entry)));
  }

  @Test
  void takesHomeNetworksWhenNobodyDecidesOtherwise() {
    String capture = maintainer.uploaded("a.pcap", "private", Samples.fresh());
    maintainer.settled(capture);
    Answer set =
        maintainer.call(
            "PUT", NETWORK + "/home-networks", "{\"home_networks\":[\"192.0.2.0/24\"]}");
    assertThat(set.status()).isEqualTo(204);

    analyseAgain(capture);

    assertThat(latest(capture).at("/network/home_networks/0").asString()).isEqualTo("192.0.2.0/24");
    String report = "/api/v1/captures/" + capture + "/report";
    assertThat(maintainer.get(report).body()).contains("<dd>192.0.2.0/24</dd>");
    maintainer.call(
        "POST",
        "/api/v1/captures/" + capture + "/analyses",
        "{\"home_networks\":[\"198.51.100.0/24\"]}");
    maintainer.settled(capture);
    assertThat(maintainer.get(report).body()).contains("<dd>198.51.100.0/24</dd>");
    Answer wrong =
        maintainer.call(
            "PUT", NETWORK + "/home-networks", "{\"home_networks\":[\"10.0.0.0/8\",\"ours\"]}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("\\\"ours\\\". Nothing was changed.");
    assertThat(maintainer.json(NETWORK).get("home_networks").toString())
        .isEqualTo("[\"192.0.2.0/24\"]");
    assertThat(deeds("network-home.set")).hasSize(1);
  }

  @Test
  void addsAllLinesOrNone() throws WrongLineException {
    String good =
        """
        # ours
        {"detector":"beaconing","host":"198.18.7.0/24","peer":"a.example","port":443,"reason":"agents"}
        {"device":"198.18.8.1","kind":"iot","reason":"a camera"}
        {"reason":"over","expires":"2020-01-01","detector":"port-scan"}
        """;
    Answer added = send("POST", "/allow-list", "\ufeff" + good);
    assertThat(added.status()).isEqualTo(200);
    assertThat(CaptureGuest.json(added).get("ids").size()).isEqualTo(3);
    Answer again = send("POST", "/allow-list", good);
    assertThat(CaptureGuest.json(again).get("ids").size()).isZero();
    assertThat(CaptureGuest.json(again).get("known").asInt()).isEqualTo(3);
    assertThat(AllowList.parse("file", lines())).hasSize(3);
    assertThat(lines().getFirst())
        .isEqualTo(
            "{\"detector\":\"beaconing\",\"host\":\"198.18.7.0/24\",\"peer\":\"a.example\",\"port\":443,\"reason\":\"agents\"}");
    List<String> before = lines();

    Answer wrong =
        send(
            "POST",
            "/allow-list",
            "{\"device\":\"198.18.8.2\",\"kind\":\"iot\",\"reason\":\"x\"}\n\n{\"detector\":\"a\"}");

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(CaptureGuest.json(wrong).get("line").asInt()).isEqualTo(3);
    assertThat(CaptureGuest.json(wrong).get("detail").asString())
        .startsWith("Line 3: \"reason\" is missing.")
        .contains("Nothing was added");
    assertThat(send("POST", "/allow-list", new byte[] {(byte) 0xff, '{'}).status()).isEqualTo(422);
    assertThat(send("POST", "/allow-list", "# nothing").status()).isEqualTo(422);
    assertThat(lines()).isEqualTo(before);
    JsonNode network = maintainer.json(NETWORK);
    assertThat(network.get("allowances").asInt()).isEqualTo(1);
    assertThat(network.get("expired").asInt()).isEqualTo(1);
    assertThat(network.get("devices").asInt()).isEqualTo(1);
  }

  @Test
  void listsAndRemovesEntries() {
    List<Long> ids = new ArrayList<>();
    for (String host : List.of("198.18.9.1", "198.18.9.2", "198.18.9.3")) {
      String body = "{\"detector\":\"*\",\"host\":\"" + host + "\",\"port\":22,\"reason\":\"x\"}";
      ids.add(
          CaptureGuest.json(maintainer.call("POST", NETWORK + "/entries", body))
              .get("id")
              .asLong());
      assertThat(maintainer.call("POST", NETWORK + "/entries", body).status()).isEqualTo(409);
    }
    JsonNode first = maintainer.json(NETWORK + "/entries?limit=2");
    assertThat(first.get("items").size()).isEqualTo(2);
    JsonNode rest = maintainer.json(NETWORK + "/entries?cursor=" + first.get("next").asString());
    assertThat(rest.at("/items/0/host").asString()).isEqualTo("198.18.9.3");
    assertThat(rest.get("next").isNull()).isTrue();
    String path = NETWORK + "/entries/" + ids.getFirst();
    assertThat(maintainer.json(path).get("port").asInt()).isEqualTo(22);
    assertThat(maintainer.call("DELETE", path, "").status()).isEqualTo(204);
    assertThat(maintainer.call("DELETE", path, "").status()).isEqualTo(404);
    assertThat(lines()).hasSize(2);
    assertThat(deeds("network-entry.remove"))
        .singleElement()
        .satisfies(deed -> assertThat(deed.detail()).contains("198.18.9.1"));
  }

  @Test
  void refusesEntriesThatSayWhatCannotBe() {
    for (String wrong :
        List.of(
            "{}",
            "{\"detector\":\"*\",\"reason\":\"all\"}",
            "{\"detector\":\"a\",\"reason\":\"x\",\"because\":\"y\"}",
            "{\"detector\":\"a\",\"reason\":\"x\",\"port\":70000}",
            "{\"detector\":\"a\",\"reason\":\"x\",\"expires\":\"soon\"}",
            "{\"detector\":\"a\",\"reason\":\"\\ud800\"}",
            "{\"device\":\"10.0.0.1\",\"kind\":\"toaster\",\"reason\":\"x\"}",
            "{\"detector\":\"a\",\"reason\":\"" + "x".repeat(3000) + "\"}")) {
      assertThat(maintainer.call("POST", NETWORK + "/entries", wrong).status())
          .as(wrong)
          .isEqualTo(422);
    }
    assertThat(lines()).isEmpty();
  }

  @Test
  void calibratesAnalysesToCome() {
    String capture = maintainer.uploaded("a.pcap", "private", Samples.fresh());
    maintainer.settled(capture);
    assertThat(maintainer.get(NETWORK + "/calibration").status()).isEqualTo(404);
    assertThat(send("PUT", "/calibration", CALIBRATION).status()).isEqualTo(204);
    assertThat(maintainer.get(NETWORK + "/calibration").body()).isEqualTo(CALIBRATION);
    assertThat(maintainer.json(NETWORK).at("/calibration/moved/0").asString())
        .isEqualTo("no-such-detector moved from 25 to more than 62 (ports)");
    for (String wrong :
        List.of("", "{}", "[]", CALIBRATION.replace("\"network\":62", "\"network\":2"))) {
      assertThat(send("PUT", "/calibration", wrong).status()).as(wrong).isIn(400, 422);
    }
    assertThat(maintainer.get(NETWORK + "/calibration").body()).isEqualTo(CALIBRATION);

    analyseAgain(capture);

    JsonNode network = latest(capture).get("network");
    assertThat(network.has("calibrated")).isTrue();
    assertThat(network.at("/notes/0").asString()).startsWith("calibration: no-such-detector moved");
    assertThat(maintainer.call("DELETE", NETWORK + "/calibration", "").status()).isEqualTo(204);
    assertThat(maintainer.call("DELETE", NETWORK + "/calibration", "").status()).isEqualTo(404);
    assertThat(deeds("calibration.set")).hasSize(1);
    assertThat(deeds("calibration.remove")).hasSize(1);
  }

  @Test
  void isMaintainersAlone() {
    CaptureGuest member = guests.program();
    for (String path : List.of("", "/entries", "/allow-list", "/calibration")) {
      assertThat(member.get(NETWORK + path).status()).isEqualTo(403);
    }
    assertThat(member.call("POST", NETWORK + "/entries", "{}").status()).isEqualTo(403);
    assertThat(member.call("DELETE", NETWORK + "/calibration", "").status()).isEqualTo(403);
  }
}
