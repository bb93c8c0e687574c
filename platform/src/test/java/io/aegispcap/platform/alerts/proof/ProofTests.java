package io.aegispcap.platform.alerts.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.dissection.Dissection;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.Alerts;
import io.aegispcap.platform.alerts.Incidents;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@RunningPlatform
class ProofTests {
  private final Incidents incidents;
  private final Guests guests;
  private final Alerts alerts;
  private final Proof proof;

  ProofTests(Incidents incidents, Guests guests, Alerts alerts, Proof proof) {
    this.incidents = incidents;
    this.guests = guests;
    this.alerts = alerts;
    this.proof = proof;
  }

  @Test
  void showsThePacketsThatTheEngineNamed() {
    Caller.Person owner = as(guests.join());
    Alert tunnel = alert(owner);
    Proof.Part part = proof.packets(tunnel, owner, 1);
    assertThat(part.packets()).hasSize(Proof.PAGE);
    assertThat(part.pages()).isEqualTo(10);
    Dissection first = part.packets().getFirst();
    assertThat(first.number()).isEqualTo(6112);
    assertThat(first.protocol()).isEqualTo("dns");
    assertThat(first.layers())
        .extracting(Dissection.Layer::name)
        .containsExactly("Frame", "Ethernet", "IPv4", "UDP", "DNS");
    assertThat(first.layers().getLast().fields())
        .anySatisfy(field -> assertThat(field.value()).contains("cdn-metrics.example"));
    assertThat(first.dump().rows().getFirst().offset()).isEqualTo("0000");
    assertThat(proof.packets(tunnel, owner, 10).packets()).hasSize(17);
    assertThat(proof.packets(tunnel, owner, 99).page()).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource(Proof.Format.class)
  void slicesExactlyThosePackets(Proof.Format format) throws IOException {
    Caller.Person owner = as(guests.join());
    Alert tunnel = alert(owner);
    try (Slice slice = proof.slice(tunnel, owner, format);
        CaptureFile read = Captures.open(slice.file(), ReadOptions.DEFAULT)) {
      Packet packet = new Packet();
      int packets = 0;
      while (read.next(packet)) {
        packets++;
      }
      assertThat(packets).isEqualTo(197);
    }
  }

  private Alert alert(Caller.Person owner) {
    return alerts.require(
        incidents
            .alertsOf(incidents.sample("night.pcapng", owner.id(), Visibility.PRIVATE))
            .getFirst(),
        owner);
  }

  private static Caller.Person as(Guest guest) {
    return Caller.Person.atBrowser(guest.id(), guest.handle(), Set.of(Role.MEMBER));
  }
}
