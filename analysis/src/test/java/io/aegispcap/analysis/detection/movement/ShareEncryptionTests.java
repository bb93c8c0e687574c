package io.aegispcap.analysis.detection.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.protocol.smb.SmbFile;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class ShareEncryptionTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "10.0.0.9";

  @Override
  protected Detector detector() {
    return new ShareEncryption();
  }

  @Override
  protected Scene hostile() {
    return renamed(20, ".locked", 900);
  }

  @Override
  protected Scene harmless() {
    return renamed(40, ".bak", 900);
  }

  private static Scene file(
      Scene scene, String name, long written, boolean deleted, String renamedTo) {
    long now = scene.now();
    return scene
        .said(
            CLIENT,
            SERVER,
            445,
            new SmbFile(
                now / 1_000_000 % 100_000 + 1,
                now,
                "\\\\S1\\docs",
                name,
                false,
                "opened",
                0,
                written,
                deleted,
                renamedTo,
                0))
        .after(0.5);
  }

  private static Scene renamed(int count, String ending, long written) {
    Scene scene = new Scene();
    for (int i = 0; i < count; i++) {
      String name = "year\\report " + i + ".docx";
      file(scene, name, written, false, name + ending);
    }
    return scene;
  }

  @Test
  void isHighWhenContentsWereWritten() {
    Finding finding = hostile().shownTo(detector()).getFirst();
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.sentence())
        .startsWith("10.0.0.5 wrote anew 20 files on 10.0.0.9 and added .locked to their names");
  }

  @Test
  void isMediumWhenTheyWereOnlyRenamed() {
    Finding finding = renamed(20, ".locked", 0).shownTo(detector()).getFirst();
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(finding.sentence()).contains("renamed 20 files");
  }

  @Test
  void seesCopiesWhoseOriginalsAreDeletedBeforeOrAfter() {
    Scene scene = new Scene();
    for (int i = 0; i < 10; i++) {
      file(scene, "a" + i + ".xlsx", 0, true, "");
      file(scene, "a" + i + ".xlsx.enc", 900, false, "");
      file(scene, "b" + i + ".xlsx.enc", 900, false, "");
      file(scene, "b" + i + ".xlsx", 0, true, "");
    }
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void forgivesFilesBesideOthersAndWorkOnMany() {
    Scene scene = new Scene();
    for (int i = 0; i < 60; i++) {
      file(scene, "p" + i + ".jpg.xmp", 900, false, "");
      file(scene, "AB" + i + ".tmp", 900, false, "letter" + i + ".docx");
      file(scene, "old" + i + ".docx", 0, true, "");
    }
    assertThat(scene.shownTo(detector())).isEmpty();
    assertThat(renamed(19, ".locked", 900).shownTo(detector())).isEmpty();
  }

  @Test
  void forgetsAfterAPause() {
    Scene scene = renamed(15, ".locked", 900);
    scene.after(700);
    for (int i = 0; i < 15; i++) {
      file(scene, "later" + i + ".docx", 900, false, "later" + i + ".docx.locked");
    }
    assertThat(scene.shownTo(detector())).isEmpty();
  }
}
