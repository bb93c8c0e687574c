package io.aegispcap.platform.captures;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.captures.run.Analysing;
import io.aegispcap.platform.captures.run.AnalysisRun;
import io.aegispcap.platform.database.DataDirectory;
import io.aegispcap.platform.jobs.JobState;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import tools.jackson.databind.JsonNode;

/// Analyses as jobs, on real captures and such as are none.
@RunningPlatform
class AnalysisTests {
  private final CaptureGuests guests;
  private final Analyses analyses;
  private final Analysing analysing;
  private final Heard heard = new Heard();
  private final Path scratch;

  AnalysisTests(
      Guests people,
      ApiTokens tokens,
      Browser browser,
      Analyses analyses,
      Analysing analysing,
      ConfigurableApplicationContext application,
      DataDirectory directory) {
    this.guests = new CaptureGuests(people, tokens, browser);
    this.analyses = analyses;
    this.analysing = analysing;
    application.addApplicationListener(heard);
    this.scratch = directory.folder("analysis");
  }

  /// What is told to other modules.
  private static final class Heard
      implements ApplicationListener<PayloadApplicationEvent<CaptureAnalyzed>> {
    private final List<CaptureAnalyzed> events = new CopyOnWriteArrayList<>();

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<CaptureAnalyzed> event) {
      events.add(event.getPayload());
    }

    List<CaptureAnalyzed> about(String capture) {
      return events.stream().filter(event -> event.capture().toString().equals(capture)).toList();
    }
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> all = Files.list(scratch)) {
      return all.toList();
    }
  }

  @Test
  void failsAtTheByteWhereACaptureIsCut() throws IOException {
    CaptureGuest guest = guests.program();
    byte[] whole = Samples.fresh(50);
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, 24, 40, (byte) 0xff);
    JsonNode ended = guest.settled(guest.uploaded("damaged.pcap", "private", damaged));
    assertThat(ended.get("state").get("name").asString()).isEqualTo("failed");
    assertThat(ended.get("state").get("problem").asString())
        .startsWith("damaged.pcap: at byte 24: ")
        .doesNotContain("--lenient");
    assertThat(ended.has("verdict")).isFalse();
    assertThat(heard.about(ended.get("id").asString())).isEmpty();
    assertThat(left()).isEmpty();
  }

  @Test
  void readsOnBehindDamageWhenAsked() {
    CaptureGuest guest = guests.program();
    byte[] damaged = Samples.fresh(50).clone();
    Arrays.fill(damaged, 24, 40, (byte) 0xff);
    String id = guest.uploaded("damaged.pcap", "private", damaged);
    guest.settled(id);
    Answer asked = guest.call("POST", "/api/v1/captures/" + id + "/analyses", "{\"lenient\":true}");
    assertThat(asked.status()).isEqualTo(202);
    JsonNode ended = guest.settled(id);
    assertThat(ended.get("state").get("name").asString()).isEqualTo("done");
    assertThat(ended.get("verdict").get("packets").asLong()).isEqualTo(49);
    assertThat(ended.get("verdict").get("notices").size()).isPositive();
    JsonNode all = guest.json("/api/v1/captures/" + id + "/analyses").get("items");
    assertThat(all.get(0).get("settings").get("lenient").asBoolean()).isTrue();
    assertThat(all.get(1).get("settings").get("lenient").asBoolean()).isFalse();
    assertThat(all.get(1).get("state").get("name").asString()).isEqualTo("failed");
  }

  @Test
  void isAskedForOnceHoweverOftenTheButtonIsClicked() throws InterruptedException {
    CaptureGuest guest = guests.program();
    String id = guest.uploaded("clicked.pcap.gz", "private", Samples.longReading());
    analysing.cancel(read(id));
    guest.settled(id);
    List<Integer> answers = new CopyOnWriteArrayList<>();
    List<Thread> clicks =
        Stream.generate(
                () ->
                    Thread.ofVirtual()
                        .unstarted(
                            () -> answers.add(guest.call("POST", analyses(id), "{}").status())))
            .limit(6)
            .toList();
    clicks.forEach(Thread::start);
    for (Thread click : clicks) {
      click.join();
    }
    assertThat(answers).containsOnlyOnce(202).containsOnly(202, 409);
    analysing.cancel(read(id));
    guest.settled(id);
  }

  private static String analyses(String capture) {
    return "/api/v1/captures/" + capture + "/analyses";
  }

  @Test
  void tellsOtherModulesOnce() {
    CaptureGuest guest = guests.program();
    String id = guest.uploaded("a.pcap", "private", Samples.fresh());
    guest.settled(id);
    Analysis latest = analyses.latest(new CaptureId(UUID.fromString(id))).orElseThrow();
    assertThat(heard.about(id)).containsExactly(new CaptureAnalyzed(latest.capture(), latest.id()));
    guest.call(
        "POST", "/api/v1/captures/" + id + "/analyses", "{\"home_networks\":[\"192.0.2.0/24\"]}");
    guest.settled(id);
    Analysis later = analyses.latest(latest.capture()).orElseThrow();
    assertThat(later.id()).isNotEqualTo(latest.id());
    assertThat(analyses.find(latest.id())).contains(latest);
    assertThat(heard.about(id)).hasSize(2);
  }

  @Test
  void refusesSettingsThatCannotBe() {
    CaptureGuest guest = guests.program();
    String id = guest.uploaded("a.pcap", "private", Samples.fresh());
    guest.settled(id);
    for (String wrong :
        new String[] {
          "{\"home_networks\":[\"300.1.1.1/8\"]}",
          "{\"idle_seconds\":0}",
          "{\"active_seconds\":99999999}",
          "{\"vlan_key\":\"perhaps\"}"
        }) {
      Answer answer = guest.call("POST", "/api/v1/captures/" + id + "/analyses", wrong);
      assertThat(answer.status()).as(wrong).isEqualTo(422);
    }
    assertThat(guest.json("/api/v1/captures/" + id + "/analyses").get("items").size()).isEqualTo(1);
  }

  @Test
  void stopsInTheMiddleAndGoesOnAgain() throws IOException {
    CaptureGuest guest = guests.program();
    String id = guest.uploaded("long.pcap.gz", "private", Samples.longReading());
    JsonNode run = latest(guest, id);
    while (!"running".equals(run.get("state").get("name").asString())) {
      CaptureGuest.pause();
      run = latest(guest, id);
    }
    String path = "/api/v1/captures/" + id + "/analyses";
    assertThat(guest.call("POST", path, "{}").status()).isEqualTo(409);
    guest.call("POST", path + "/" + run.get("id").asString() + "/cancel", "");
    JsonNode ended = guest.settled(id);
    assertThat(ended.get("state").get("name").asString()).isEqualTo("cancelled");
    assertThat(heard.about(id)).isEmpty();
    Answer again = guest.call("POST", path + "/" + run.get("id").asString() + "/retry", "");
    assertThat(again.status()).isEqualTo(200);
    JsonNode done = guest.settled(id);
    assertThat(done.get("state").get("name").asString()).isEqualTo("done");
    assertThat(done.get("verdict").get("packets").asLong()).isEqualTo(2_400_000);
    assertThat(heard.about(id)).hasSize(1);
    assertThat(guest.call("POST", path + "/" + run.get("id").asString() + "/retry", "").status())
        .isEqualTo(409);
  }

  @Test
  void tellsAnEndOnlyTogetherWithWhatCameOfIt() throws IOException {
    CaptureGuest guest = guests.program();
    String id = guest.uploaded("long.pcap.gz", "private", Samples.longReading());
    AnalysisRun before = read(id);
    analysing.cancel(before);
    guest.settled(id);
    assertThat(analysing.standing(before).ended()).isFalse();
    AnalysisRun cancelled = read(id);
    assertThat(analysing.standing(cancelled).state()).isEqualTo(JobState.CANCELLED);
    analysing.retry(cancelled);
    guest.settled(id);
    assertThat(analysing.standing(cancelled).ended()).isFalse();
    assertThat(analysing.standing(read(id)).state()).isEqualTo(JobState.DONE);
  }

  private AnalysisRun read(String id) {
    return analysing.all(new CaptureId(UUID.fromString(id))).getFirst();
  }

  private static JsonNode latest(CaptureGuest guest, String id) {
    return guest.json("/api/v1/captures/" + id + "/analyses").get("items").get(0);
  }

  @Test
  void refusesDecompressionBombs() throws IOException {
    CaptureGuest guest = guests.program();
    byte[] bomb = Samples.bomb();
    assertThat(bomb.length).isLessThan(100_000);
    JsonNode ended = guest.settled(guest.uploaded("bomb.pcap.gz", "private", bomb));
    assertThat(ended.get("state").get("name").asString()).isEqualTo("failed");
    assertThat(ended.get("state").get("problem").asString()).contains("decompression bomb");
    assertThat(left()).isEmpty();
  }

  @Test
  void showsProgressAsItChanges() {
    CaptureGuest guest = guests.program();
    String id = guest.uploaded("a.pcap", "public", Samples.fresh(200_000));
    Answer stream = guests.visitor().get("/captures/progress?of=" + id);
    if (stream.status() == 200) {
      assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
      assertThat(stream.body()).contains("\"state\":\"done\"").contains("event:end");
    } else {
      assertThat(stream.status()).isEqualTo(204); // it was done before anybody asked
    }
  }
}
