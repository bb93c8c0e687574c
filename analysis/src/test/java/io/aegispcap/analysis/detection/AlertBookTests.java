package io.aegispcap.analysis.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class AlertBookTests {
  private static final DetectorInfo INFO =
      new DetectorInfo(
          "a-detector", "A", "1.0.0", "f", "s", new Technique("T1046", "n", "t"), "b", "n");

  /// A finding made of a number: few subjects, so that some are about the same thing.
  private static final Gen<List<Finding>> FINDINGS =
      lists().of(integers().between(0, 9_999).map(AlertBookTests::finding)).ofSizeBetween(1, 30);

  private static Finding finding(int seed) {
    Random random = new Random(seed);
    long first = random.nextInt(1_000);
    long frame = 1L + random.nextInt(50);
    FlowKey flow = new FlowKey(IpAddress.v4(1), IpAddress.v4(random.nextInt(9)), 1, 2, 6, -1);
    return new Finding(
        INFO,
        "10.0.0." + random.nextInt(3),
        random.nextBoolean() ? Optional.empty() : Optional.of("x" + random.nextInt(2)),
        "sentence " + random.nextInt(4),
        Severity.values()[random.nextInt(5)],
        random.nextInt(101) / 100.0,
        "reason",
        first,
        first + random.nextInt(100),
        1 + random.nextInt(5),
        List.of(new Measure("m" + random.nextInt(2), random.nextInt(100), 5, "")),
        new Evidence(List.of(frame, frame + 1), 2, List.of(flow), 1));
  }

  private static List<Alert> alerts(List<Finding> findings) {
    AlertBook book = new AlertBook("digest");
    findings.forEach(book);
    return book.alerts();
  }

  @Test
  void doesNotDependOnTheOrderOfFindings() {
    qt().withExamples(200)
        .forAll(FINDINGS, integers().all())
        .checkAssert(
            (findings, seed) -> {
              List<Finding> shuffled = new ArrayList<>(findings);
              Collections.shuffle(shuffled, new Random(seed));
              List<Alert> one = alerts(findings);
              List<Alert> other = alerts(shuffled);
              assertThat(other).extracting(Alert::id).isEqualTo(ids(one));
              assertThat(other).extracting(Alert::count).isEqualTo(counts(one));
              assertThat(other)
                  .extracting(Alert::severity)
                  .isEqualTo(one.stream().map(Alert::severity).toList());
            });
  }

  private static List<String> ids(List<Alert> alerts) {
    return alerts.stream().map(Alert::id).toList();
  }

  private static List<Long> counts(List<Alert> alerts) {
    return alerts.stream().map(Alert::count).toList();
  }

  @Test
  void makesOneAlertOfEachThingAndLosesNothing() {
    qt().withExamples(200)
        .forAll(FINDINGS)
        .checkAssert(
            findings -> {
              List<Alert> alerts = alerts(findings);
              assertThat(alerts).extracting(a -> a.subject() + a.target()).doesNotHaveDuplicates();
              assertThat(alerts).extracting(Alert::id).doesNotHaveDuplicates();
              assertThat(alerts).isSortedAccordingTo(AlertBook.ORDER);
              assertThat(alerts.stream().mapToLong(Alert::count).sum())
                  .isEqualTo(findings.stream().mapToLong(Finding::count).sum());
              for (Alert alert : alerts) {
                assertThat(alert.evidence().frames()).isSorted().doesNotHaveDuplicates();
                assertThat(alert.firstSeen()).isLessThanOrEqualTo(alert.lastSeen());
              }
            });
  }

  @Test
  void namesAlertsByDetectorSubjectTargetAndCaptures() {
    Finding finding = finding(1);
    String id = alerts(List.of(finding)).getFirst().id();
    assertThat(id).matches("a-[0-9a-f]{10}");
    AlertBook other = new AlertBook("other digest");
    other.accept(finding);
    assertThat(other.alerts().getFirst().id()).isNotEqualTo(id);
  }

  @Test
  void boundsEvidence() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      List<Long> frames = new ArrayList<>();
      for (long frame = 1; frame <= 100; frame++) {
        frames.add(i * 100L + frame);
      }
      Finding like = finding(2);
      findings.add(
          new Finding(
              INFO,
              "x",
              Optional.empty(),
              "s",
              Severity.LOW,
              0.5,
              "r",
              1,
              2,
              1,
              List.of(),
              new Evidence(frames, 100, like.evidence().flows(), 1)));
    }
    Alert alert = alerts(findings).getFirst();
    assertThat(alert.evidence().frames()).hasSize(Evidence.MAX_FRAMES);
    assertThat(alert.evidence().totalFrames()).isEqualTo(3_000);
  }
}
