package io.aegispcap.analysis.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.tracking.TrackMap;
import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every detector keeps to. A detector's test extends it.
public abstract class DetectorContract {
  /// Most things that any map of a detector may hold.
  private static final int MOST_TRACKED = 65_536;

  /// A fresh one.
  protected abstract Detector detector();

  /// Traffic at the threshold: something is found in it.
  protected abstract Scene hostile();

  /// Traffic that looks alike and is harmless, or is just below the threshold.
  protected abstract Scene harmless();

  /// Whether what it watches belongs to flows at all.
  protected boolean provesByFlows() {
    return true;
  }

  @Test
  void findsWhatItIsFor() {
    assertThat(hostile().shownTo(detector())).isNotEmpty();
  }

  @Test
  void findsNothingInItsHarmlessTwin() {
    assertThat(harmless().shownTo(detector())).isEmpty();
  }

  @Test
  void findsNothingInNothing() {
    assertThat(new Scene().shownTo(detector())).isEmpty();
  }

  @Test
  void findsTheSameAgain() {
    assertThat(hostile().shownTo(detector())).isEqualTo(hostile().shownTo(detector()));
  }

  @Test
  void provesWhatItFindsByPackets() {
    for (Finding finding : hostile().shownTo(detector())) {
      Evidence evidence = finding.evidence();
      assertThat(evidence.frames()).isNotEmpty().isSorted().doesNotHaveDuplicates();
      assertThat(evidence.frames()).hasSizeLessThanOrEqualTo(Evidence.MAX_FRAMES);
      assertThat(evidence.totalFrames()).isGreaterThanOrEqualTo(evidence.frames().size());
      assertThat(evidence.flows()).hasSizeLessThanOrEqualTo(Evidence.MAX_FLOWS);
      assertThat(evidence.flows().isEmpty()).isNotEqualTo(provesByFlows());
      assertThat(evidence.totalFlows()).isGreaterThanOrEqualTo(evidence.flows().size());
    }
  }

  @Test
  void saysWhatAnAnalystNeeds() {
    for (Finding finding : hostile().shownTo(detector())) {
      assertThat(finding.detector()).isEqualTo(detector().info());
      assertThat(finding.sentence()).isNotBlank().contains(finding.subject());
      assertThat(finding.confidence()).isBetween(0.05, 1.0);
      assertThat(finding.confidenceReason()).isNotBlank();
      assertThat(finding.firstSeen()).isBetween(Scene.START, finding.lastSeen());
      assertThat(finding.measures()).isNotEmpty();
      assertThat(finding.measures()).allSatisfy(m -> assertThat(m.value()).isFinite());
    }
  }

  @Test
  void introducesItself() {
    DetectorInfo info = detector().info();
    assertThat(info.id()).matches("[a-z]+(-[a-z]+)*");
    assertThat(info.version()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(info.technique().id()).matches("T\\d{4}(\\.\\d{3})?");
    assertThat(List.of(info.name(), info.formula(), info.source(), info.benign(), info.next()))
        .allSatisfy(text -> assertThat(text).isNotBlank());
    assertThat(info.digest()).matches("[0-9a-f]{64}");
  }

  @Test
  void boundsItsMemory() throws IllegalAccessException {
    Detector detector = detector();
    for (Field field : detector.getClass().getDeclaredFields()) {
      if (field.getType() == TrackMap.class) {
        field.setAccessible(true);
        assertThat(((TrackMap<?>) field.get(detector)).capacity()).isBetween(1, MOST_TRACKED);
      }
    }
  }
}
