package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.captures.flows.Evidence;
import io.aegispcap.platform.captures.flows.Host;
import io.aegispcap.platform.captures.flows.SeenName;
import io.aegispcap.platform.captures.flows.Traffic;
import io.aegispcap.platform.captures.web.CaptureHead;
import io.aegispcap.platform.web.Page;
import java.util.List;

/// All that was gathered about one host.
///
/// @param traffic of its flows
/// @param names that it asked for or was spoken to by
public record HostPage(
    CaptureHead head,
    FilterBar bar,
    Host host,
    Evidence evidence,
    Traffic traffic,
    List<SeenName> names)
    implements Page {
  public HostPage {
    names = List.copyOf(names);
  }

  @Override
  public String title() {
    return "Host " + host.ip();
  }

  @Override
  public String template() {
    return "flows/host";
  }

  public TimelineFigure timeline() {
    return new TimelineFigure(bar, traffic.timeline());
  }

  /// The other side of a pair that this host is in.
  public String peer(Traffic.Pair pair) {
    return pair.one().equals(host.ip()) ? pair.other() : pair.one();
  }

  public List<Evidence.Found> alerts() {
    return evidence.alerts(host.ip());
  }
}
