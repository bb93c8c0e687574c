package io.aegispcap.analysis.detection.flood;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.Packet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class MonlistTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new Monlist();
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .said(CLIENT, SERVER, 123, Said.monlist(Scene.START, false, 8))
        .said(CLIENT, SERVER, 123, Said.monlist(Scene.START, true, 440));
  }

  @Override
  protected Scene harmless() {
    return new Scene().said(CLIENT, SERVER, 123, Said.monlist(Scene.START, false, 8));
  }

  @Test
  void isMediumWhenItAmplifies() {
    Scene scene = new Scene();
    for (int i = 0; i < 300; i++) {
      scene.said(CLIENT, SERVER, 123, Said.monlist(Scene.START + i, true, 440));
    }
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }

  /// As a victim sees it whose address and port 80 were in the question.
  @Test
  void blamesTheServerWhenOnlyItsAnswersAreSeen() {
    Monlist detector = new Monlist();
    FlowKey answers =
        new FlowKey(IpAddress.parse(SERVER), IpAddress.parse(CLIENT), 123, 80, Packet.UDP, -1);
    detector.fact(answers, Said.monlist(Scene.START, true, 368));
    List<Finding> found = new ArrayList<>();
    detector.finish(found::add);
    assertThat(found).extracting(Finding::subject).containsExactly(SERVER);
    assertThat(found.getFirst().sentence())
        .isEqualTo(SERVER + " sent 1 monitor list answer (368 B) to questions that are not seen");
  }
}
