package io.aegispcap.analysis.detection.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class IcmpTunnelTests extends DetectorContract {
  @Override
  protected Detector detector() {
    return new IcmpTunnel();
  }

  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  /// Answers of another size, and sizes that change.
  @Override
  protected Scene hostile() {
    Scene scene = new Scene();
    for (int i = 0; i < IcmpTunnel.PACKETS; i++) {
      scene.after(1).echoed(CLIENT, SERVER, 20 + i * 37 % 300, 400 + i * 53 % 700);
    }
    return scene;
  }

  /// A long series of echoes, and a few in sizes that grow.
  @Override
  protected Scene harmless() {
    Scene scene = new Scene();
    for (int i = 0; i < 500; i++) {
      scene.after(1).echoed(CLIENT, SERVER, 56, i % 3 == 0 ? -1 : 56);
    }
    for (int size = 1_400; size < 1_409; size++) {
      scene.after(1).echoed("10.0.0.6", SERVER, size, size);
    }
    return scene;
  }

  @Test
  void gradesBothSignsMediumAndOneLow() {
    assertThat(hostile().shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
    Scene sizes = new Scene();
    Scene answers = new Scene();
    for (int i = 0; i < 50; i++) {
      sizes.after(1).echoed(CLIENT, SERVER, 100 + i * 20, 100 + i * 20);
      answers.after(1).echoed(CLIENT, SERVER, 60, 90);
    }
    assertThat(sizes.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.LOW);
    assertThat(answers.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.LOW);
  }
}
