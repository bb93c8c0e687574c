package io.aegispcap.platform.jobs.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobRequest;
import io.aegispcap.platform.jobs.JobState;
import io.aegispcap.platform.jobs.Jobs;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Chromium;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@RunningPlatform
class JobsPageTests {
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

  private final Jobs jobs;
  private final Guests guests;
  private final Chromium chromium;

  JobsPageTests(Jobs jobs, Guests guests, Chromium chromium) {
    this.jobs = jobs;
    this.guests = guests;
    this.chromium = chromium;
  }

  @Test
  void saysWhatJobsAreToWhomHasNone() {
    assertThat(guests.join().browser().get("/jobs").body()).contains("No jobs yet");
  }

  @Test
  void showsPeopleTheirOwnAndAdministratorsAll() {
    Guest owner = guests.join();
    JobId id = submit(owner.id(), "Analyse <b>mine</b>.pcap");
    assertThat(owner.browser().get("/jobs").body())
        .contains(
            "Analyse &lt;b&gt;mine&lt;/b&gt;.pcap",
            "Waits for its turn",
            "data-live=\"/jobs/progress?of=" + id + "\"");
    Guest other = guests.join();
    assertThat(other.browser().get("/jobs").body()).doesNotContain("mine");
    assertThat(api(other.browser(), "/api/v1/jobs/" + id).status()).isEqualTo(404);
    Guest administrator = guests.join(Role.ADMINISTRATOR);
    assertThat(administrator.browser().get("/jobs").body()).contains("mine", owner.handle());
  }

  @Test
  void cancelsAndTriesAgain() {
    Guest owner = guests.join();
    JobId id = submit(owner.id(), "Cancelled and back");
    Browser browser = owner.browser();
    assertThat(browser.submit("/jobs", "/jobs/" + id + "/cancel", Map.of()).status())
        .isEqualTo(303);
    assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
    assertThat(browser.submit("/jobs", "/jobs/" + id + "/cancel", Map.of()).status())
        .isEqualTo(409);
    assertThat(browser.get("/jobs?show=CANCELLED").body()).contains("Cancelled and back", "Retry");
    assertThat(browser.submit("/jobs", "/jobs/" + id + "/retry", Map.of()).status()).isEqualTo(303);
    assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void tellsBrowsersWhatBecomesOfAJob() throws Exception {
    Guest owner = guests.join();
    JobId id = submit(owner.id(), "Listened to");
    assertThat(guests.join().browser().get("/jobs/progress?of=" + id).status()).isEqualTo(204);
    try (ExecutorService listeners = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> heard =
          listeners.submit(() -> owner.browser().get("/jobs/progress?of=" + id + "," + id));
      Thread.sleep(300); // it listens, or comes too late and hears of nothing
      jobs.cancel(id);
      Answer stream = heard.get(30, TimeUnit.SECONDS);
      if (stream.status() == 200) {
        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        assertThat(stream.body())
            .contains("\"of\":\"" + id + "\"", "\"state\":\"cancelled\"", "event:end");
      } else {
        assertThat(stream.status()).isEqualTo(204);
      }
    }
    assertThat(owner.browser().get("/jobs/progress?of=" + id).status()).isEqualTo(204);
  }

  @Test
  void changesBeforeOnesEyes() {
    Guest owner = guests.join();
    JobId id = submit(owner.id(), "Watched by somebody");
    try (BrowserContext window = chromium.window(owner.browser())) {
      Page page = window.newPage();
      page.navigate("/jobs");
      Locator state = page.locator("#jobs .badge.bg-secondary-lt");
      assertThat(state.textContent()).isEqualTo("Queued");
      jobs.cancel(id);
      state.filter(new Locator.FilterOptions().setHasText("Cancelled")).waitFor();
    }
  }

  @Test
  void letsNobodyTouchTheJobsOfOthers() {
    JobId id = submit(guests.join().id(), "Not yours");
    Browser other = guests.join().browser();
    assertThat(other.submit("/jobs", "/jobs/" + id + "/cancel", Map.of()).status()).isEqualTo(404);
    assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void listsThemToProgramsPageByPage() {
    Guest owner = guests.join();
    for (int i = 0; i < 5; i++) {
      submit(owner.id(), "Number " + i);
    }
    Answer first = api(owner.browser(), "/api/v1/jobs?limit=3");
    assertThat(first.body()).contains("Number 4", "Number 2", "\"state\":\"queued\"");
    assertThat(first.body()).doesNotContain("Number 1");
    Matcher next = NEXT.matcher(first.body());
    assertThat(next.find()).isTrue();
    Answer second = api(owner.browser(), "/api/v1/jobs?limit=3&cursor=" + next.group(1));
    assertThat(second.body()).contains("Number 1", "Number 0", "\"next\":null");
    assertThat(api(owner.browser(), "/api/v1/jobs?state=queued").body()).contains("Number 0");
    assertThat(api(owner.browser(), "/api/v1/jobs?state=done,failed").body())
        .contains("\"items\":[]");
    assertThat(api(owner.browser(), "/api/v1/jobs?state=odd").status()).isEqualTo(422);
    assertThat(api(owner.browser(), "/api/v1/jobs?cursor=made-up").status()).isEqualTo(400);
    assertThat(api(owner.browser(), "/api/v1/jobs?limit=0").status()).isEqualTo(422);
  }

  private static Answer api(Browser browser, String path) {
    return browser.send(browser.request(path).build());
  }

  private JobId submit(PersonId owner, String title) {
    return jobs.submit(new JobRequest("test.nobody-does-it", owner, title, "/", Map.of()));
  }
}
