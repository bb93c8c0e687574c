package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.captures.flows.Evidence;
import io.aegispcap.platform.captures.flows.Traffic;
import java.util.Optional;

/// Traffic on the page of a capture.
///
/// @param traffic empty when the filter can't be understood
public record TrafficView(FilterBar bar, Optional<Traffic> traffic, Evidence evidence) {

  public TimelineFigure timeline(Traffic shown) {
    return new TimelineFigure(bar, shown.timeline());
  }

  public GraphFigure graph(Traffic shown) {
    return new GraphFigure(bar, shown.pairs(), evidence.alerted());
  }

  /// What a host is called, where something gave it a name.
  public String name(String ip) {
    return evidence.names(ip).stream().map(Evidence.HostName::name).findFirst().orElse("");
  }
}
