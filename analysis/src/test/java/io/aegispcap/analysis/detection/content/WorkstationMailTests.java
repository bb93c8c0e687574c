package io.aegispcap.analysis.detection.content;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;

/// See [DetectorContract] for what it also shows.
class WorkstationMailTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new WorkstationMail(DetectionOptions.usual());
  }

  @Override
  protected Scene hostile() {
    return new Scene().said(CLIENT, SERVER, 587, Said.mail(Scene.START, "DESKTOP-JGLLJLD"));
  }

  @Override
  protected Scene harmless() {
    return new Scene().said(CLIENT, SERVER, 25, Said.mail(Scene.START, "mail.example.org"));
  }
}
