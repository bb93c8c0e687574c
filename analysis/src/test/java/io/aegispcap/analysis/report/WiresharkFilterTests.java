package io.aegispcap.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.AlertBook;
import io.aegispcap.analysis.detection.Evidence;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.Packet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WiresharkFilterTests {
  private static final long SECOND = 1_000_000_000L;

  private static String filter(Evidence evidence) {
    AlertBook book = new AlertBook("capture");
    book.accept(
        new Finding(
            SampleRun.LOGIN,
            "10.0.0.5",
            Optional.empty(),
            "10.0.0.5 was called",
            Severity.LOW,
            0.5,
            "a test",
            5 * SECOND,
            7 * SECOND,
            2,
            List.of(),
            evidence));
    return WiresharkFilter.of(book.alerts().getFirst());
  }

  private static FlowKey flow(String from, String to) {
    return new FlowKey(IpAddress.parse(from), IpAddress.parse(to), 1_234, 80, Packet.TCP, -1);
  }

  @Test
  void namesThePacketsWhenTheyAreFew() {
    List<FlowKey> flows = List.of(flow("10.0.0.1", "10.0.0.5"));
    assertThat(filter(new Evidence(List.of(3L, 4L, 9L), 3, flows, 1)))
        .isEqualTo("frame.number in {3..4, 9}");
  }

  /// `and` binds tighter than `or`; the last packet is still to be answered.
  @Test
  void holdsAllSourcesToTheTime() {
    List<FlowKey> flows = List.of(flow("10.0.0.1", "10.0.0.5"), flow("2001:db8::1", "2001:db8::5"));
    assertThat(filter(new Evidence(List.of(3L), 500, flows, 2)))
        .isEqualTo(
            "(ip.addr == 10.0.0.1 || ipv6.addr == 2001:db8::1)"
                + " && frame.time_epoch >= 5.000000000 && frame.time_epoch <= 8.000000000");
  }
}
