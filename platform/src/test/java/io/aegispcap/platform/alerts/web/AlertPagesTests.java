package io.aegispcap.platform.alerts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Alerts;
import io.aegispcap.platform.alerts.Incidents;
import io.aegispcap.platform.alerts.talk.Conversation;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.notices.Notices;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What people do at the pages, without scripts.
@RunningPlatform
class AlertPagesTests {
  private final Incidents incidents;
  private final Guests guests;
  private final Notices notices;
  private final Alerts alerts;
  private final Conversation conversation;

  AlertPagesTests(
      Incidents incidents,
      Guests guests,
      Notices notices,
      Alerts alerts,
      Conversation conversation) {
    this.incidents = incidents;
    this.guests = guests;
    this.notices = notices;
    this.alerts = alerts;
    this.conversation = conversation;
  }

  @Test
  void teachesWhoeverHasNoAlerts() {
    Answer page = guests.join().browser().get("/alerts?q=host:198.18.0.1");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).containsAnyOf("No alerts yet", "No alert matches this filter");
  }

  @Test
  void explainsAnAlertWithItsNumbers() {
    Guest owner = guests.join();
    Answer page = owner.browser().get("/alerts/" + worst(owner, Visibility.PRIVATE));
    assertThat(page.body())
        .contains("asked for 104 different names below cdn-metrics.example")
        .contains("https://attack.mitre.org/techniques/T1071/004/")
        .contains("distinct names")
        .contains("threshold 30 names")
        .contains("measure-mark")
        .contains("Security products and content networks", "Ask which program on the client asks");
  }

  @Test
  void leadsMaintainersToAllowWhatItIsAbout() {
    Guest owner = guests.join();
    Guest maintainer = guests.join(Role.MAINTAINER);
    String path = "/alerts/" + worst(owner, Visibility.TEAM);
    assertThat(owner.browser().get(path).body()).doesNotContain("Allow in analyses to come");
    assertThat(maintainer.browser().get(path).body())
        .contains("Allow in analyses to come")
        .contains("/network?detector=dns-tunnel&amp;host=");
  }

  @Test
  void archivesAndUndoesFromTheInbox() {
    Guest owner = guests.join();
    CaptureId capture = incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE);
    AlertId alert = incidents.alertsOf(capture).getFirst();
    String q = "capture:" + capture;
    Answer done =
        owner
            .browser()
            .submit(
                "/alerts?q=" + q,
                "/alerts/change",
                Map.of("ids", alert.toString(), "do", "archive:benign", "q", q));
    assertThat(done.status()).isEqualTo(303);
    Answer inbox = owner.browser().get(done.header("Location").replaceFirst("^https?://[^/]+", ""));
    assertThat(inbox.body())
        .contains("1 alert archived.")
        .doesNotContain("data-alert=\"" + alert + "\"");
    assertThat(owner.browser().get("/alerts/" + alert).body())
        .contains("archived it as benign, from open");
    owner.browser().submit("/alerts", "/alerts/undo", Map.of("q", q));
    assertThat(owner.browser().get("/alerts?q=" + q).body())
        .contains("data-alert=\"" + alert + "\"");
    assertThat(owner.browser().get("/alerts/" + alert).body()).contains("taken back");
  }

  @Test
  void staysAtTheirPlaceInALongList() {
    Guest owner = guests.join();
    CaptureId capture = incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE);
    String q = "capture:" + capture;
    String second = "/alerts?q=" + q + "&after=4-0";
    String alert = incidents.alertsOf(capture).getFirst().toString();
    assertThat(owner.browser().get(second).body()).contains("name=\"after\" value=\"4-0\"");
    Map<String, String> form = Map.of("ids", alert, "do", "archive", "q", q, "after", "4-0");
    assertThat(owner.browser().submit(second, "/alerts/change", form).header("Location"))
        .contains("done=archive")
        .endsWith("&after=4-0");
    assertThat(owner.browser().get("/alerts?q=" + q + "&after=0-0").body())
        .contains("data-alert=")
        .doesNotContain("name=\"after\"");
  }

  /// In two tabs: the button of the first takes back what the first did.
  @Test
  void takesBackWhatThePageSpeaksOf() {
    Guest owner = guests.join();
    CaptureId capture = incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE);
    String first = incidents.alertsOf(capture).getFirst().toString();
    String second = incidents.alertsOf(capture).getLast().toString();
    Answer page = changed(owner, first, "archive");
    String action = page.body().replaceFirst("(?s).*name=\"action\" value=\"(\\d+)\".*", "$1");
    changed(owner, second, "escalate");
    owner.browser().submit("/alerts", "/alerts/undo", Map.of("action", action));
    assertThat(owner.browser().get("/alerts/" + first).body()).contains("taken back");
    assertThat(owner.browser().get("/alerts/" + second).body()).doesNotContain("taken back");
    assertThat(
            owner
                .browser()
                .submit("/alerts", "/alerts/undo", Map.of("action", action))
                .header("Location"))
        .endsWith("/alerts?done=nothing");
    Guest other = guests.join();
    other.browser().submit("/alerts", "/alerts/undo", Map.of("action", action));
    assertThat(owner.browser().get("/alerts/" + second).body()).contains("state-escalated");
  }

  @Test
  void keepsGroupsTogetherWhenTheyAreFiltered() {
    Guest owner = guests.join();
    CaptureId capture = incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE);
    assertThat(owner.browser().get("/alerts?view=groups&q=capture:" + capture).body())
        .contains("name=\"view\" value=\"groups\"")
        .contains(">One by one<");
    assertThat(owner.browser().get("/alerts?q=capture:" + capture).body())
        .doesNotContain("name=\"view\"");
  }

  @Test
  void offersNoUndoWhereNothingChanged() {
    Guest owner = guests.join();
    String alert = worst(owner, Visibility.PRIVATE).toString();
    assertThat(changed(owner, alert, "archive").body()).contains("1 alert archived.", ">Undo<");
    assertThat(changed(owner, alert, "archive").body())
        .contains("0 alerts archived. 1 already so.")
        .doesNotContain(">Undo<");
  }

  private static Answer changed(Guest by, String alert, String how) {
    Answer done = by.browser().submit("/alerts", "/alerts/change", Map.of("ids", alert, "do", how));
    return by.browser().get(done.header("Location").replaceFirst("^https?://[^/]+", ""));
  }

  @Test
  void tellsWhoItIsGivenToAndWhoIsMentioned() {
    Guest owner = guests.join();
    Guest colleague = guests.join();
    AlertId alert = worst(owner, Visibility.TEAM);
    String path = "/alerts/" + alert;
    owner
        .browser()
        .submit(
            path,
            "/alerts/change",
            Map.of(
                "ids",
                alert.toString(),
                "do",
                "assign",
                "assignee",
                "@" + colleague.handle(),
                "alert",
                alert.toString()));
    owner
        .browser()
        .submit(path, path + "/comments", Map.of("text", "@" + colleague.handle() + " look"));
    assertThat(notices.of(colleague.id(), 10))
        .extracting("text")
        .anySatisfy(text -> assertThat((String) text).contains("gave you alert " + alert))
        .anySatisfy(text -> assertThat((String) text).contains("mentioned you at alert " + alert));
    assertThat(colleague.browser().get("/").body()).contains("1 alert assigned to you");
    assertThat(colleague.browser().get("/alerts?q=assignee:me").body())
        .contains("data-alert=\"" + alert + "\"");
  }

  @Test
  void tellsNobodyOfWhatTheyDoNotSee() {
    Guest owner = guests.join();
    Guest other = guests.join();
    AlertId alert = worst(owner, Visibility.PRIVATE);
    String path = "/alerts/" + alert;
    owner.browser().submit(path, path + "/comments", Map.of("text", "@" + other.handle()));
    assertThat(notices.of(other.id(), 10)).isEmpty();
  }

  @Test
  void tellsTheOwnerOfAnEscalation() {
    Guest owner = guests.join();
    Guest colleague = guests.join();
    AlertId alert = worst(owner, Visibility.TEAM);
    colleague
        .browser()
        .submit("/alerts", "/alerts/change", Map.of("ids", alert.toString(), "do", "escalate"));
    assertThat(notices.of(owner.id(), 10)).extracting("path").containsExactly("/alerts/" + alert);
  }

  @Test
  void letsPeopleChangeAndDeleteTheirOwnCommentsAlone() {
    Guest owner = guests.join();
    Guest colleague = guests.join();
    String path = "/alerts/" + worst(owner, Visibility.TEAM);
    Answer said = owner.browser().submit(path, path + "/comments", Map.of("text", "First"));
    String comment = said.header("Location").replaceFirst(".*#comment-", path + "/comments/");
    assertThat(colleague.browser().submit(path, comment, Map.of("text", "Mine now")).status())
        .isEqualTo(403);
    assertThat(colleague.browser().submit(path, comment + "/delete", Map.of()).status())
        .isEqualTo(403);
    owner.browser().submit(path, comment, Map.of("text", "Second"));
    assertThat(colleague.browser().get(path).body()).contains("Second</p>").contains(", edited");
    owner.browser().submit(path, comment + "/delete", Map.of());
    assertThat(colleague.browser().get(path).body()).contains("Nobody has said anything yet");
    assertThat(owner.browser().submit(path, path + "/comments", Map.of("text", " ")).status())
        .isEqualTo(422);
  }

  @Test
  void showsTheLatestOfVeryManyComments() {
    Guest owner = guests.join();
    AlertId id = worst(owner, Visibility.PRIVATE);
    Caller.Person caller =
        Caller.Person.atBrowser(owner.id(), owner.handle(), EnumSet.of(Role.MEMBER));
    Alert alert = alerts.require(id, caller);
    for (int i = 1; i <= 101; i++) {
      conversation.say(caller, alert, "said " + i + ".");
    }
    assertThat(owner.browser().get("/alerts/" + id).body())
        .contains("said 101.", "said 2.", "Show earlier comments")
        .doesNotContain("said 1.");
    assertThat(owner.browser().get("/alerts/" + id + "?all-comments=true").body())
        .contains("said 1.", "said 101.")
        .doesNotContain("Show earlier comments");
  }

  @Test
  void previewsARuleAndMakesIt() {
    Guest owner = guests.join();
    CaptureId capture = incidents.sample("port-scan.pcapng.zst", owner.id(), Visibility.PRIVATE);
    AlertId alert = incidents.alertsOf(capture).getFirst();
    String path = "/alerts/" + alert + "/rule";
    assertThat(owner.browser().get(path).body()).contains("in the inbox match");
    Map<String, String> form =
        Map.of(
            "shown",
            "true",
            "subject",
            "true",
            "severity",
            "CRITICAL",
            "reason",
            "BENIGN",
            "present",
            "true");
    assertThat(owner.browser().submit(path, path, form).header("Location")).contains("done=rule");
    assertThat(owner.browser().get("/alerts/" + alert).body()).contains("as benign by rule ");
    Answer rules = owner.browser().get("/alerts/rules");
    assertThat(rules.body()).contains(owner.handle()).contains("Switch off");
    String rule = rules.body().replaceFirst("(?s).*?/alerts/rules/(\\d+)/disable.*", "$1");
    assertThat(
            guests
                .join()
                .browser()
                .submit("/alerts/rules", "/alerts/rules/" + rule + "/delete", Map.of())
                .status())
        .isEqualTo(403);
    owner.browser().submit("/alerts/rules", "/alerts/rules/" + rule + "/disable", Map.of());
    assertThat(owner.browser().get("/alerts/rules").body()).contains("Switch on");
    owner.browser().submit("/alerts/rules", "/alerts/rules/" + rule + "/delete", Map.of());
    assertThat(owner.browser().get("/alerts/rules").body()).doesNotContain("/" + rule + "/enable");
  }

  @Test
  void saysWhereAFilterIsWrong() {
    Answer page = guests.join().browser().get("/alerts?q=host:10.0.0.5+severity:awful");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("<mark>severity:awful</mark>").contains("Severities are");
  }

  @Test
  void keepsFiltersUnderAName() {
    Guest analyst = guests.join();
    analyst
        .browser()
        .submit("/alerts", "/alerts/filters", Map.of("name", "Night shift", "q", "assignee:me"));
    String inbox = analyst.browser().get("/alerts").body();
    assertThat(inbox).contains(">Night shift</a>").contains("href=\"/alerts?q=assignee%3Ame\"");
    assertThat(guests.join().browser().get("/alerts").body()).doesNotContain(">Night shift</a>");
  }

  @Test
  void keepsWhatSomebodySaidWhoLeftUnderNoName() throws InterruptedException {
    Guest owner = guests.join();
    Guest leaver = guests.join();
    AlertId alert = worst(owner, Visibility.TEAM);
    String path = "/alerts/" + alert;
    leaver.browser().submit(path, path + "/comments", Map.of("text", "Known since May."));
    leaver
        .browser()
        .submit(path, "/alerts/change", Map.of("ids", alert.toString(), "do", "assign-me"));
    leaver.browser().submit("/account", "/account/delete", Map.of("password", Guests.PASSWORD));
    Instant soon = Instant.now().plusSeconds(60);
    while (owner.browser().get(path).body().contains("Assigned to")
        && Instant.now().isBefore(soon)) {
      Thread.sleep(20);
    }
    assertThat(owner.browser().get(path).body())
        .contains("Known since May.")
        .contains("someone who left")
        .doesNotContain(leaver.handle())
        .doesNotContain("Assigned to");
  }

  private AlertId worst(Guest owner, Visibility visibility) {
    return incidents.alertsOf(incidents.sample("night.pcapng", owner.id(), visibility)).getFirst();
  }
}
