package io.aegispcap.platform.captures;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.captures.library.Purge;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is deleted goes for good one day, and takes nothing of others with it.
@RunningPlatform
class PurgeTests {
  private final Guests people;
  private final CaptureGuests guests;
  private final Purge purge;
  private final JdbcClient sql;
  private final Blobs blobs;

  PurgeTests(
      Guests people, ApiTokens tokens, Browser browser, Purge purge, JdbcClient sql, Blobs blobs) {
    this.people = people;
    this.guests = new CaptureGuests(people, tokens, browser);
    this.purge = purge;
    this.sql = sql;
    this.blobs = blobs;
  }

  private boolean isThere(String id) {
    return sql.sql("select exists (select from captures where id = :id::uuid)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  private void deletedDaysAgo(String id, int days) {
    sql.sql(
            "update captures set deleted_at = now() - make_interval(days => :days) where id = :id::uuid")
        .param("days", days)
        .param("id", id)
        .update();
  }

  @Test
  void removesWhatWasDeletedLongAgo() {
    CaptureGuest guest = guests.program();
    String old = guest.uploaded("old.pcap", "private", Samples.fresh());
    String recent = guest.uploaded("recent.pcap", "private", Samples.fresh());
    guest.settled(old);
    guest.call("DELETE", "/api/v1/captures/" + old, "");
    guest.call("DELETE", "/api/v1/captures/" + recent, "");
    deletedDaysAgo(old, 8);
    deletedDaysAgo(recent, 6);
    purge.run();
    assertThat(isThere(old)).isFalse();
    assertThat(isThere(recent)).isTrue();
  }

  @Test
  void leavesTheBytesOfOthersAlone() throws IOException {
    byte[] capture = Samples.fresh();
    CaptureGuest one = guests.program();
    CaptureGuest other = guests.program();
    String ones = one.uploaded("ones.pcap", "private", capture);
    String others = other.uploaded("others.pcap", "private", capture);
    one.settled(ones);
    String sha256 = other.settled(others).get("sha256").asString();
    one.call("DELETE", "/api/v1/captures/" + ones, "");
    deletedDaysAgo(ones, 30);
    purge.run();
    assertThat(isThere(ones)).isFalse();
    assertThat(other.get("/api/v1/captures/" + others + "/content").status()).isEqualTo(200);
    try (InputStream kept = blobs.open(new BlobId(sha256))) {
      assertThat(kept.readAllBytes()).isEqualTo(capture);
    }
  }

  @Test
  void goesAtItsOwnersWishOnceDeleted() {
    Guests.Guest guest = people.join();
    CaptureGuest program = guests.of(guest, Set.of(Scope.READ, Scope.WRITE));
    String id = program.uploaded("a.pcap", "private", Samples.fresh());
    String remove = "/captures/" + id + "/remove";
    assertThat(guest.browser().submit("/captures", remove, Map.of()).status()).isEqualTo(404);
    assertThat(isThere(id)).isTrue();
    program.call("DELETE", "/api/v1/captures/" + id, "");
    Guests.Guest stranger = people.join();
    assertThat(stranger.browser().submit("/captures", remove, Map.of()).status()).isEqualTo(404);
    assertThat(guest.browser().submit("/captures", remove, Map.of()).status()).isEqualTo(303);
    assertThat(isThere(id)).isFalse();
  }

  @Test
  void goesAtOnceAtItsOwnersWish() {
    CaptureGuest owner = guests.program();
    String id = owner.uploaded("a.pcap", "team", Samples.fresh());
    String deleted = owner.uploaded("b.pcap", "private", Samples.fresh());
    owner.call("DELETE", "/api/v1/captures/" + deleted, "");
    assertThat(owner.json("/api/v1/captures/deleted").get("items").toString())
        .contains(deleted)
        .doesNotContain(id);
    for (String each : List.of(id, deleted)) {
      String path = "/api/v1/captures/" + each + "?permanent=true";
      assertThat(guests.program().call("DELETE", path, "").status()).isIn(403, 404);
      assertThat(isThere(each)).isTrue();
      assertThat(owner.call("DELETE", path, "").status()).isEqualTo(204);
      assertThat(isThere(each)).isFalse();
      assertThat(owner.call("DELETE", path, "").status()).isEqualTo(404);
    }
  }
}
