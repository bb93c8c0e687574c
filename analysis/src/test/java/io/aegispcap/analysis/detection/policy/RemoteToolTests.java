package io.aegispcap.analysis.detection.policy;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;

/// See [DetectorContract] for what it also shows.
class RemoteToolTests extends DetectorContract {

  @Override
  protected Detector detector() {
    return new RemoteTool();
  }

  @Override
  protected Scene hostile() {
    return asked("router7.teamviewer.com");
  }

  @Override
  protected Scene harmless() {
    return asked("teamviewer.com.example.org");
  }

  private static Scene asked(String name) {
    Scene scene = new Scene();
    return scene.said("10.0.0.5", "10.0.0.1", 53, Said.asked(scene.now(), name, "A", "NOERROR"));
  }
}
