package io.aegispcap.platform.captures;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who sees and changes which captures, through every endpoint.
@RunningPlatform
class CaptureAccessTests {
  private static final List<String> READ =
      List.of(
          "",
          "/content",
          "/report",
          "/document",
          "/flows.parquet",
          "/navigator",
          "/stix",
          "/analyses");

  private final CaptureGuests guests;

  CaptureAccessTests(Guests people, ApiTokens tokens, Browser browser) {
    this.guests = new CaptureGuests(people, tokens, browser);
  }

  private static Stream<Integer> reads(CaptureGuest guest, String id) {
    return READ.stream().map(what -> guest.get("/api/v1/captures/" + id + what).status());
  }

  /// Changes that must fail for whoever may not.
  private static Stream<Integer> writes(CaptureGuest guest, String id) {
    String path = "/api/v1/captures/" + id;
    String analysis = "/analyses/00000000-0000-4000-8000-000000000001";
    return Stream.of(
        guest.call("PATCH", path, "{\"name\":\"mine now\"}").status(),
        guest.call("DELETE", path, "").status(),
        guest.call("POST", path + "/restore", "").status(),
        guest.call("POST", path + "/analyses", "{}").status(),
        guest.call("POST", path + analysis + "/cancel", "").status(),
        guest.call("POST", path + analysis + "/retry", "").status());
  }

  private static boolean lists(CaptureGuest guest, String id) {
    return guest.json("/api/v1/captures?limit=200").get("items").toString().contains(id);
  }

  @Test
  void privateOnesAreTheOwnersAndAdministrators() {
    CaptureGuest owner = guests.program();
    String id = owner.uploaded("a.pcap", "private", Samples.fresh());
    owner.settled(id);
    assertThat(reads(owner, id)).containsOnly(200);
    CaptureGuest administrator = guests.program(Role.ADMINISTRATOR);
    assertThat(reads(administrator, id)).containsOnly(200);
    for (CaptureGuest other :
        List.of(guests.program(), guests.program(Role.MAINTAINER), guests.visitor())) {
      assertThat(reads(other, id)).containsOnly(404);
      assertThat(lists(other, id)).isFalse();
      assertThat(other.get("/captures/progress?of=" + id).status()).isEqualTo(204);
    }
    assertThat(writes(guests.program(), id)).containsOnly(404);
    assertThat(writes(guests.visitor(), id)).containsOnly(403);
    assertThat(lists(owner, id)).isTrue();
  }

  @Test
  void teamOnesAreSeenByWhoeverSignedIn() {
    CaptureGuest owner = guests.program();
    String id = owner.uploaded("a.pcap", "team", Samples.fresh());
    owner.settled(id);
    CaptureGuest other = guests.program();
    assertThat(reads(other, id)).containsOnly(200);
    assertThat(lists(other, id)).isTrue();
    assertThat(writes(other, id)).containsOnly(403, 404);
    assertThat(owner.json("/api/v1/captures/" + id).get("name").asString()).isEqualTo("a.pcap");
    assertThat(reads(guests.visitor(), id)).containsOnly(404);
    assertThat(lists(guests.visitor(), id)).isFalse();
  }

  @Test
  void publicOnesAreSeenByVisitors() {
    CaptureGuest owner = guests.program();
    String id = owner.uploaded("a.pcap", "public", Samples.fresh());
    owner.settled(id);
    CaptureGuest visitor = guests.visitor();
    assertThat(reads(visitor, id)).containsOnly(200);
    assertThat(lists(visitor, id)).isTrue();
    assertThat(visitor.browser().get("/captures").status()).isEqualTo(200);
    assertThat(visitor.browser().get("/captures/" + id).body())
        .contains("a.pcap")
        .doesNotContain("/edit")
        .doesNotContain("/delete");
    assertThat(writes(visitor, id)).containsOnly(403);
  }

  @Test
  void deletedOnesAreNotThere() {
    CaptureGuest owner = guests.program();
    String id = owner.uploaded("a.pcap", "public", Samples.fresh());
    owner.settled(id);
    assertThat(owner.call("DELETE", "/api/v1/captures/" + id, "").status()).isEqualTo(204);
    assertThat(reads(owner, id)).containsOnly(404);
    assertThat(reads(guests.visitor(), id)).containsOnly(404);
    assertThat(guests.program().call("POST", "/api/v1/captures/" + id + "/restore", "").status())
        .isEqualTo(404);
    assertThat(owner.call("POST", "/api/v1/captures/" + id + "/restore", "").status())
        .isEqualTo(200);
    assertThat(reads(owner, id)).containsOnly(200);
  }

  @Test
  void tokensDoNoMoreThanTheirScopes() {
    CaptureGuest owner = guests.program(Set.of(Scope.WRITE));
    String id = owner.uploaded("a.pcap", "private", Samples.fresh());
    assertThat(owner.get("/api/v1/captures/" + id).status()).isEqualTo(404);
    assertThat(owner.call("PATCH", "/api/v1/captures/" + id, "{\"name\":\"b\"}").status())
        .isEqualTo(200);
    CaptureGuest reading = guests.program(Set.of(Scope.READ), Role.ADMINISTRATOR);
    assertThat(reading.get("/api/v1/captures/" + id).status()).isEqualTo(404);
    CaptureGuest administering =
        guests.program(Set.of(Scope.READ, Scope.ADMIN), Role.ADMINISTRATOR);
    assertThat(administering.get("/api/v1/captures/" + id).status()).isEqualTo(200);
    assertThat(administering.call("DELETE", "/api/v1/captures/" + id, "").status()).isEqualTo(403);
  }
}
