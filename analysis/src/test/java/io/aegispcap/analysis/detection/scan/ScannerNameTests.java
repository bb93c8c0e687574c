package io.aegispcap.analysis.detection.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class ScannerNameTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";

  @Override
  protected Detector detector() {
    return new ScannerName();
  }

  @Override
  protected Scene hostile() {
    Scene scene = new Scene();
    String agent =
        "Mozilla/5.0 (compatible; Nmap Scripting Engine; https://nmap.org/book/nse.html)";
    return scene.said(CLIENT, SERVER, 80, Said.get(scene.now(), "example.org", "/", agent));
  }

  @Override
  protected Scene harmless() {
    Scene scene = new Scene();
    String agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    return scene.said(CLIENT, SERVER, 80, Said.get(scene.now(), "nmap.org", "/nmap", agent));
  }

  @Test
  void knowsNmapByItsRequests() {
    Scene scene = new Scene();
    scene.said(CLIENT, SERVER, 8080, Said.get(scene.now(), "x", "/nmaplowercheck1596348081", "x"));
    assertThat(scene.shownTo(new ScannerName()).getFirst().sentence()).contains("nmap");
  }
}
