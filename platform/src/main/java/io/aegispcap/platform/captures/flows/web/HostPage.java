package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.captures.flows.Evidence;
import io.aegispcap.platform.captures.flows.Host;
import io.aegispcap.platform.captures.flows.SeenName;
import io.aegispcap.platform.captures.flows.Traffic;
import io.aegispcap.platform.captures.web.CaptureHead;
import io.aegispcap.platform.web.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that was gathered about one host.
///
/// @param traffic of its flows
/// @param names that it asked for or was spoken to by
/// @param alertPaths pages of alerts, by their ids
public record HostPage(
    CaptureHead head,
    FilterBar bar,
    Host host,
    Evidence evidence,
    Traffic traffic,
    List<SeenName> names,
    Map<String, String> alertPaths)
    implements Page {
  public HostPage {
    alertPaths = Map.copyOf(alertPaths);
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

  /// Empty until the alert has come into the inbox.
  public Optional<String> alertPath(Evidence.Found alert) {
    return Optional.ofNullable(alertPaths.get(alert.id()));
  }

  public List<Evidence.Found> alerts() {
    return evidence.alerts(host.ip());
  }
}
