package io.aegispcap.analysis.detection.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Evidence;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class PortScanTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new PortScan();
  }

  @Override
  protected Scene hostile() {
    return ports(PortScan.PORTS);
  }

  @Override
  protected Scene harmless() {
    return ports(PortScan.PORTS - 1);
  }

  private static Scene ports(int count) {
    Scene scene = new Scene();
    for (int port = 1; port <= count; port++) {
      scene.refused(CLIENT, SERVER, port).after(1);
    }
    return scene;
  }

  @Test
  void namesSourceTargetAndPorts() {
    Finding finding = ports(100).shownTo(new PortScan()).getFirst();
    assertThat(finding.subject()).isEqualTo(CLIENT);
    assertThat(finding.target()).contains(SERVER);
    assertThat(finding.count()).isEqualTo(100);
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(finding.measures().getFirst().value()).isEqualTo(100);
  }

  @Test
  void seesUdpPortsThatDoNotAnswer() {
    Scene scene = new Scene();
    for (int port = 1; port <= 30; port++) {
      scene.datagram(CLIENT, 50_000, SERVER, port, 0);
    }
    assertThat(scene.shownTo(new PortScan())).hasSize(1);
  }

  @Test
  void seesPortsOverIpv6() {
    Scene scene = new Scene();
    for (int port = 1; port <= 30; port++) {
      scene.refused("2001:db8::1", "2001:db8::2", port);
    }
    assertThat(scene.shownTo(new PortScan()).getFirst().target()).contains("2001:db8::2");
  }

  @Test
  void takesLateDnsAnswersForNoScan() {
    Scene scene = new Scene();
    for (int port = 40_000; port < 40_200; port++) {
      scene.datagram(SERVER, 53, CLIENT, port, 100);
    }
    assertThat(scene.shownTo(new PortScan())).isEmpty();
  }

  @Test
  void takesDiscoveryByMulticastForNoScan() {
    Scene scene = new Scene();
    for (int port = 1; port < 100; port++) {
      scene.datagram(CLIENT, 50_000, "239.255.255.250", port, 100);
      scene.datagram(CLIENT, 50_000, "10.0.0.255", port, 100);
    }
    assertThat(scene.shownTo(new PortScan())).isEmpty();
  }

  @Test
  void forgetsTriesBeforeAPause() {
    Scene scene = new Scene();
    for (int port = 1; port <= 40; port++) {
      scene.refused(CLIENT, SERVER, port).after(port == 20 ? 1_900 : 1);
    }
    assertThat(scene.shownTo(new PortScan())).isEmpty();
  }

  @Test
  void takesManyConversationsForNoScan() {
    Scene scene = ports(30);
    for (int i = 0; i < 40; i++) {
      scene.talked(CLIENT, SERVER, 80, 100, 100);
    }
    assertThat(scene.shownTo(new PortScan())).isEmpty();
  }

  @Test
  void countsAllPortsOfAWholeScan() {
    Finding finding = ports(5_000).shownTo(new PortScan()).getFirst();
    assertThat(finding.sentence()).contains("tried 5000 TCP ports of " + SERVER + " in 1 h 23 min");
    assertThat(finding.measures().getFirst().value()).isEqualTo(5_000);
    assertThat(finding.evidence().frames()).contains(1L).hasSize(Evidence.MAX_FRAMES);
  }
}
