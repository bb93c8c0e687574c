package io.aegispcap.analysis.detection.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class RemoteControlTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new RemoteControl();
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .said(
            CLIENT,
            SERVER,
            4_041,
            Said.tls(Scene.START, "", Said.certificate("CN=AsyncRAT Server", "CN=x", 9, 4_096)));
  }

  @Override
  protected Scene harmless() {
    return new Scene()
        .said(
            CLIENT,
            SERVER,
            443,
            Said.tls(Scene.START, "", Said.certificate("CN=Async Server", "CN=x", 9, 4_096)));
  }

  @Test
  void namesTheTool() {
    assertThat(hostile().shownTo(detector()).getFirst().sentence()).contains("AsyncRAT");
  }
}
