package io.aegispcap.analysis.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.catalogue.Detectors;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectorsTests {
  private static List<DetectorInfo> infos() {
    return Detectors.all(DetectionOptions.usual()).stream().map(Detector::info).toList();
  }

  @Test
  void areFreshAndInFixedOrder() {
    List<Detector> first = Detectors.all(DetectionOptions.usual());
    List<Detector> second = Detectors.all(DetectionOptions.usual());
    assertThat(infos()).isEqualTo(infos());
    for (int i = 0; i < first.size(); i++) {
      assertThat(first.get(i)).isNotSameAs(second.get(i));
    }
  }

  @Test
  void haveNamesAndDigestsOfTheirOwn() {
    assertThat(infos()).extracting(DetectorInfo::id).doesNotHaveDuplicates();
    assertThat(infos()).extracting(DetectorInfo::digest).doesNotHaveDuplicates();
  }
}
