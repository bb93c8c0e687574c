package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Display filters that show an alert's packets in Wireshark.
final class WiresharkFilter {
  /// A filter with more ranges is no longer one that people can work with.
  private static final int MAX_RANGES = 40;

  /// Nanoseconds in which the last one is answered.
  private static final long SLACK = 1_000_000_000L;

  private WiresharkFilter() {}

  /// For exactly the packets of the first capture that has any, or, when they are too scattered,
  /// for all between the hosts in that time.
  static String of(Alert alert) {
    FrameRanges frames = FrameRanges.of(alert.evidence().frames()).getFirst();
    boolean whole = alert.evidence().totalFrames() == alert.evidence().frames().size();
    if (frames.ranges().size() <= MAX_RANGES && whole || alert.evidence().flows().isEmpty()) {
      return frames.wiresharkFilter();
    }
    return hosts(alert) + times(alert);
  }

  private static String hosts(Alert alert) {
    List<FlowKey> flows = alert.evidence().flows();
    IpAddress source = flows.getFirst().source();
    IpAddress destination = flows.getFirst().destination();
    boolean oneSource = flows.stream().allMatch(flow -> flow.source().equals(source));
    boolean oneTarget = flows.stream().allMatch(flow -> flow.destination().equals(destination));
    boolean complete = alert.evidence().totalFlows() == flows.size();
    if (oneSource && oneTarget && complete) {
      return address(source) + " && " + address(destination);
    }
    if (oneSource || oneTarget) {
      return address(oneSource ? source : destination);
    }
    return flows.stream()
        .map(FlowKey::source)
        .distinct()
        .limit(MAX_RANGES)
        .map(WiresharkFilter::address)
        .collect(Collectors.joining(" || ", "(", ")"));
  }

  private static String address(IpAddress address) {
    return (address.isV4() ? "ip.addr == " : "ipv6.addr == ") + address;
  }

  private static String times(Alert alert) {
    return String.format(
        Locale.ROOT,
        " && frame.time_epoch >= %s && frame.time_epoch <= %s",
        seconds(alert.firstSeen()),
        seconds(alert.lastSeen() + SLACK));
  }

  private static String seconds(long nanos) {
    return String.format(
        Locale.ROOT,
        "%d.%09d",
        Math.floorDiv(nanos, 1_000_000_000L),
        Math.floorMod(nanos, 1_000_000_000L));
  }
}
