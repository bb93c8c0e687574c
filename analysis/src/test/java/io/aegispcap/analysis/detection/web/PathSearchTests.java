package io.aegispcap.analysis.detection.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class PathSearchTests extends DetectorContract {
  private static final String CLIENT = "203.0.113.9";
  private static final String SERVER = "10.0.0.80";

  @Override
  protected Detector detector() {
    return new PathSearch();
  }

  @Override
  protected Scene hostile() {
    return asked(new Scene(), "/old/", PathSearch.LOW, 404);
  }

  @Override
  protected Scene harmless() {
    return asked(new Scene(), "/old/", PathSearch.LOW - 1, 404);
  }

  private static Scene asked(Scene scene, String prefix, int paths, int status) {
    for (int i = 0; i < paths; i++) {
      one(scene, prefix + i, status);
    }
    return scene;
  }

  private static void one(Scene scene, String uri, int status) {
    scene
        .after(1)
        .said(CLIENT, SERVER, 80, Said.sent(scene.now(), "GET", uri, "", "", status, "<html>"));
  }

  private List<Finding> found(Scene scene) {
    return scene.shownTo(detector());
  }

  @Test
  void gradesByHowManyAreMissing() {
    assertThat(found(hostile()).getFirst().severity()).isEqualTo(Severity.LOW);
    Finding many = found(asked(new Scene(), "/", PathSearch.MEDIUM, 404)).getFirst();
    assertThat(many.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(many.sentence()).contains(CLIENT).contains(SERVER).contains("300 are not there");
  }

  @Test
  void takesAVisitorWhoFindsMostForHarmless() {
    Scene scene = asked(new Scene(), "/page/", PathSearch.LOW + 1, 200);
    assertThat(found(asked(scene, "/gone/", PathSearch.LOW, 410))).isEmpty();
  }

  @Test
  void countsAPathOnceHoweverOftenAndWithWhichQueryItIsAskedFor() {
    Scene scene = new Scene();
    for (int i = 0; i < PathSearch.LOW * 3; i++) {
      one(scene, "/health?at=" + i, 404);
    }
    assertThat(found(scene)).isEmpty();
  }

  @Test
  void beginsAnewAfterAPauseAndKeepsTheWorst() {
    Scene scene = asked(new Scene(), "/a/", PathSearch.LOW - 1, 404).after(301);
    assertThat(found(asked(scene, "/b/", PathSearch.LOW - 1, 404))).isEmpty();
    Scene twice = asked(new Scene(), "/a/", PathSearch.LOW + 20, 404).after(301);
    List<Finding> found = found(asked(twice, "/b/", PathSearch.LOW, 404));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().measures().getFirst().value()).isEqualTo(PathSearch.LOW + 20);
  }
}
