package io.aegispcap.stix.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.Creation;
import io.aegispcap.stix.object.Malware;
import io.aegispcap.stix.object.MarkingDefinition;
import io.aegispcap.stix.object.Tlp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VersioningTests {

  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

  private final Malware malware =
      Malware.create(new Creation(InstantSource.fixed(NOW), UUID::randomUUID), false).withName("a");
  private final Versioning later = new Versioning(InstantSource.fixed(NOW.plusSeconds(60)));

  @Test
  void dateAChange() throws Exception {
    Malware changed = later.newVersion(malware, old -> old.withName("b"));
    assertThat(changed.name()).contains("b");
    assertThat(changed.id()).isEqualTo(malware.id());
    assertThat(changed.created()).isEqualTo(malware.created());
    assertThat(changed.modified()).hasToString("2026-11-28T09:01:00.000Z");
  }

  /// Even when the clock is behind, or a version is more precise than the clock.
  @Test
  void alwaysComeLater() throws Exception {
    Versioning behind = new Versioning(InstantSource.fixed(NOW.minusSeconds(60)));
    assertThat(behind.newVersion(malware, old -> old).modified())
        .hasToString("2026-11-28T09:00:00.001Z");
    JsonObject precise =
        malware.json().with("modified", JsonValue.of("2026-11-28T09:01:00.000000001Z"));
    assertThat(later.newVersion(precise, precise).text("modified"))
        .contains("2026-11-28T09:01:00.001Z");
  }

  @Test
  void takeATimeThatIsGiven() throws Exception {
    JsonObject given = malware.json().with("modified", JsonValue.of("2027-01-01T00:00:00.000Z"));
    assertThat(later.newVersion(malware.json(), given)).isEqualTo(given);
    assertThatThrownBy(() -> later.newVersion(given, malware.json()))
        .isInstanceOf(VersioningException.class)
        .hasMessageContaining("must be later");
  }

  @Test
  void keepWhatMakesTheObject() {
    for (String name : List.of("type", "id", "created", "created_by_ref", "spec_version")) {
      assertThatThrownBy(
              () -> later.newVersion(malware.json(), malware.json().with(name, JsonValue.of("x"))))
          .isInstanceOf(VersioningException.class)
          .hasMessageContaining(name);
    }
  }

  @Test
  void endWithRevocation() throws Exception {
    Malware revoked = later.revoke(malware);
    assertThat(revoked.revoked()).isTrue();
    assertThat(revoked.modified()).isGreaterThan(malware.modified());
    assertThatThrownBy(() -> later.newVersion(revoked, old -> old.withName("c")))
        .isInstanceOf(VersioningException.class)
        .hasMessageContaining("is revoked");
    assertThatThrownBy(() -> later.revoke(revoked)).isInstanceOf(VersioningException.class);
  }

  @Test
  void areNotForObservablesAndMarkings() {
    MarkingDefinition marking = Tlp.RED.definition();
    assertThatThrownBy(() -> later.newVersion(marking, old -> old))
        .isInstanceOf(VersioningException.class);
    JsonObject address = io.aegispcap.stix.object.Ipv4Addr.of("192.0.2.1").json();
    assertThatThrownBy(() -> later.newVersion(address, address))
        .isInstanceOf(VersioningException.class);
  }

  @Test
  void knowTheLatest() throws Exception {
    Malware changed = later.newVersion(malware, old -> old.withName("b"));
    assertThat(Versioning.latest(List.of(changed.json(), malware.json()))).contains(changed.json());
    assertThat(Versioning.latest(List.of())).isEmpty();
  }
}
