package io.aegispcap.analysis.detection.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class AnonymityNetworkTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "203.0.113.7";

  @Override
  protected Detector detector() {
    return new AnonymityNetwork();
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .said(
            CLIENT,
            SERVER,
            9001,
            Said.tls(
                Scene.START,
                "www.q4mzk6abcd.com",
                Said.certificate("CN=www.hj2ab5xyz.net", "CN=www.zz7kk3.com", 1, 1024)));
  }

  @Override
  protected Scene harmless() {
    return new Scene()
        .said(
            CLIENT,
            SERVER,
            443,
            Said.tls(
                Scene.START,
                "www.example.com",
                Said.certificate("CN=www.example.com", "CN=Some CA", 1, 2048)));
  }

  @Test
  void wantsThreeDifferentNames() {
    assertThat(
            new Scene()
                .said(
                    CLIENT,
                    SERVER,
                    443,
                    Said.tls(
                        Scene.START,
                        "www.shop24.com",
                        Said.certificate("CN=www.shop24.com", "CN=www.shop24.com", 1, 2048)))
                .shownTo(detector()))
        .isEmpty();
  }
}
