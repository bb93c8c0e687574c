package io.aegispcap.analysis.detection.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.testkit.packet.PacketBuilder;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class StealthScanTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new StealthScan();
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .segment(CLIENT, SERVER, 22, PacketBuilder.FIN)
        .segment(CLIENT, SERVER, 23, PacketBuilder.FIN);
  }

  @Override
  protected Scene harmless() {
    return new Scene()
        .segment(CLIENT, SERVER, 22, PacketBuilder.FIN)
        .segment(CLIENT, SERVER, 23, PacketBuilder.FIN, PacketBuilder.ACK)
        .segment(CLIENT, SERVER, 24, PacketBuilder.RST)
        .segment(CLIENT, SERVER, 25, PacketBuilder.ACK);
  }

  @Test
  void seesNullAndXmasProbes() {
    Scene scene =
        new Scene()
            .segment(CLIENT, SERVER, 80)
            .segment(CLIENT, SERVER, 81, PacketBuilder.FIN, PacketBuilder.PSH, 0x20);
    assertThat(scene.shownTo(new StealthScan()).getFirst().count()).isEqualTo(2);
  }
}
