package io.aegispcap.analysis.detection.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class OpenShellTests extends DetectorContract {
  private static final String INSIDE = "10.0.0.5";
  private static final String OUTSIDE = "203.0.113.80";

  @Override
  protected Detector detector() {
    return new OpenShell();
  }

  @Override
  protected Scene hostile() {
    return new Scene().spoke(INSIDE, OUTSIDE, 4_444, "anna@desk:~$ ", "id\n");
  }

  @Override
  protected Scene harmless() {
    return new Scene().spoke(INSIDE, OUTSIDE, 4_444, "hello, who are you?\n", "a chat server\n");
  }

  @Test
  void namesTheHostThatLendsItsShell() {
    Finding finding = hostile().shownTo(new OpenShell()).getFirst();
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.sentence())
        .isEqualTo(
            "10.0.0.5 opened a command shell of its own to 203.0.113.80:4444, which sent it commands (1"
                + " line)");
  }

  @Test
  void isMediumWhereTheShellWaited() {
    Finding finding =
        new Scene()
            .spoke(OUTSIDE, INSIDE, 31_337, "id\n", "uid=0(root) gid=0(root)\n")
            .shownTo(new OpenShell())
            .getFirst();
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(finding.sentence())
        .contains("gave commands to a shell that waited at 10.0.0.5:31337");
  }
}
