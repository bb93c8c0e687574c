package io.aegispcap.analysis.detection.flood;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.testkit.packet.PacketBuilder;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class PacketFloodTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new PacketFlood();
  }

  @Override
  protected Scene hostile() {
    return datagrams(PacketFlood.DATAGRAMS, PacketFlood.CONVERSATIONS);
  }

  @Override
  protected Scene harmless() {
    return datagrams(PacketFlood.DATAGRAMS - 1, PacketFlood.CONVERSATIONS);
  }

  private static Scene datagrams(int count, int ports) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      scene.datagram(CLIENT, 20_000 + i % ports, SERVER, 9, 400);
    }
    return scene;
  }

  @Test
  void takesOneWayMediaForNoFlood() {
    assertThat(datagrams(9_000, 1).shownTo(new PacketFlood())).isEmpty();
  }

  @Test
  void seesFloodsOfPings() {
    Scene scene = new Scene();
    for (int i = 0; i < PacketFlood.PINGS; i++) {
      scene.ping(CLIENT, SERVER);
    }
    assertThat(scene.shownTo(new PacketFlood()).getFirst().target()).contains("ICMP");
  }

  @Test
  void seesFloodsOfSegmentsThatBelongNowhere() {
    Scene scene = new Scene();
    for (int i = 0; i < PacketFlood.DATAGRAMS; i++) {
      scene.segment(CLIENT, SERVER, 80, PacketBuilder.ACK);
    }
    Finding finding = scene.shownTo(new PacketFlood()).getFirst();
    assertThat(finding.sentence()).contains("2000 stray TCP packets");
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void leavesFloodsOfSynsToTheirOwn() {
    Scene scene = new Scene();
    for (int i = 0; i < PacketFlood.DATAGRAMS; i++) {
      scene.unanswered(CLIENT, SERVER, 80);
    }
    assertThat(scene.shownTo(new PacketFlood())).isEmpty();
  }
}
