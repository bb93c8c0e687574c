package io.aegispcap.analysis.detection.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.capture.protocol.openvpn.OpenVpnSession;
import io.aegispcap.capture.protocol.wireguard.WireGuardSession;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class VpnUseTests extends DetectorContract {

  @Override
  protected Detector detector() {
    return new VpnUse(new DetectionOptions(HomeNetworks.usual()));
  }

  @Override
  protected Scene hostile() {
    return shaken("203.0.113.7", 1);
  }

  @Override
  protected Scene harmless() {
    return shaken("203.0.113.7", 0);
  }

  private static Scene shaken(String server, long responses) {
    return new Scene()
        .said(
            "10.0.0.5",
            server,
            51820,
            new WireGuardSession(1, Scene.START, 1, responses, 0, 10, 1000));
  }

  @Test
  void leavesTunnelsInsideAlone() {
    assertThat(shaken("10.0.0.7", 1).shownTo(detector())).isEmpty();
  }

  @Test
  void seesOpenVpn() {
    assertThat(
            new Scene()
                .said(
                    "10.0.0.5",
                    "203.0.113.7",
                    1194,
                    new OpenVpnSession(1, Scene.START, "tls-crypt", true, 20, 100, 9000))
                .shownTo(detector())
                .getFirst()
                .sentence())
        .contains("OpenVPN");
  }
}
