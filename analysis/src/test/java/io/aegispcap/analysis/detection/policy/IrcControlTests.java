package io.aegispcap.analysis.detection.policy;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.capture.protocol.irc.IrcSession;
import java.util.List;

/// See [DetectorContract] for what it also shows.
class IrcControlTests extends DetectorContract {

  @Override
  protected Detector detector() {
    return new IrcControl();
  }

  @Override
  protected Scene hostile() {
    return session(4444);
  }

  @Override
  protected Scene harmless() {
    return session(6667);
  }

  private static Scene session(int port) {
    return new Scene()
        .said(
            "10.0.0.5",
            "203.0.113.7",
            port,
            new IrcSession(1, Scene.START, "bot7", "x", "x", "irc", List.of("#cmd"), 1, 4, true));
  }
}
