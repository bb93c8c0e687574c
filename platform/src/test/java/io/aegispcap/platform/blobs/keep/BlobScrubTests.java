package io.aegispcap.platform.blobs.keep;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.notices.Notices;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Log;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Damage is found though nobody reads the content.
@RunningPlatform
class BlobScrubTests {
  private final Blobs blobs;
  private final BlobScrub scrub;
  private final Notices notices;
  private final Guests guests;
  private final Browser browser;
  private final JdbcClient sql;

  BlobScrubTests(
      Blobs blobs,
      BlobScrub scrub,
      Notices notices,
      Guests guests,
      Browser browser,
      JdbcClient sql) {
    this.blobs = blobs;
    this.scrub = scrub;
    this.notices = notices;
    this.guests = guests;
    this.browser = browser;
    this.sql = sql;
  }

  @Test
  void readsAllThatIsDueAndNotBefore() throws Exception {
    Blob blob = store();
    scrub.run();
    assertThat(due(blob)).isBetween(Duration.ofDays(29), Duration.ofDays(31));
    assertThat(metric("aegis_blobs_scrubbed_bytes_total")).isGreaterThanOrEqualTo(blob.size());
  }

  @Test
  void tellsAdministratorsOfDamageOnceAndSeesItsRepair() throws Exception {
    Guests.Guest administrator = guests.join(Role.ADMINISTRATOR);
    Guests.Guest member = guests.join();
    String content = UUID.randomUUID().toString().repeat(50);
    Blob blob = store(content);
    Path file = blobs.file(blob.id());
    byte[] damaged = Files.readAllBytes(file);
    damaged[5] ^= 1;
    Files.write(file, damaged);
    try (Log _ = new Log()) { // it says so there, too
      scrub.run();
      makeDue(blob);
      scrub.run();
    }
    awaitNotice(administrator, blob);
    assertThat(notices.of(administrator.id(), 10))
        .filteredOn(notice -> notice.text().contains(blob.id().sha256()))
        .hasSize(1);
    assertThat(notices.of(member.id(), 10)).isEmpty();
    assertThat(metric("aegis_blobs_damaged")).isGreaterThanOrEqualTo(1);
    assertThat(due(blob)).isBetween(Duration.ofHours(23), Duration.ofHours(25));
    store(content); // the same once more repairs it
    scrub.run();
    assertThat(isKnownAsDamaged(blob)).isFalse();
  }

  @Test
  void findsContentThatIsGone() throws Exception {
    Blob blob = store();
    Files.delete(blobs.file(blob.id()));
    try (Log log = new Log()) {
      scrub.run();
      assertThat(log.text()).contains("There is no content " + blob.id());
    }
    assertThat(isKnownAsDamaged(blob)).isTrue();
    sql.sql("delete from blobs where sha256 = :id").param("id", blob.id().sha256()).update();
  }

  private void awaitNotice(Guests.Guest whom, Blob blob) throws InterruptedException {
    Instant late = Instant.now().plusSeconds(60);
    while (notices.of(whom.id(), 10).stream()
            .noneMatch(notice -> notice.text().contains(blob.id().sha256()))
        && Instant.now().isBefore(late)) {
      Thread.sleep(20);
    }
  }

  private Blob store() throws IOException {
    return store(UUID.randomUUID().toString().repeat(50));
  }

  private Blob store(String content) throws IOException {
    return blobs.store(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  private void makeDue(Blob blob) {
    sql.sql("update blobs set verify_due = now() where sha256 = :id")
        .param("id", blob.id().sha256())
        .update();
  }

  private Duration due(Blob blob) {
    return Duration.ofSeconds(
        sql.sql(
                "select extract(epoch from verify_due - now())::bigint from blobs where sha256 = :id")
            .param("id", blob.id().sha256())
            .query(Long.class)
            .single());
  }

  private boolean isKnownAsDamaged(Blob blob) {
    return sql.sql("select damaged is not null from blobs where sha256 = :id")
        .param("id", blob.id().sha256())
        .query(Boolean.class)
        .single();
  }

  private double metric(String name) {
    return browser
        .send(browser.request("/actuator/prometheus").build())
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }
}
