package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.captures.flows.Evidence;
import io.aegispcap.platform.captures.flows.Host;
import io.aegispcap.platform.captures.web.CaptureHead;
import io.aegispcap.platform.web.Page;
import java.util.List;
import org.springframework.http.HttpStatus;

/// Hosts of the flows that a filter lets through, the busiest first.
///
/// @param more whether there are others, less busy
public record HostsPage(
    CaptureHead head, FilterBar bar, List<Host> hosts, boolean more, Evidence evidence)
    implements Page {
  static final int ROWS = 100;

  public HostsPage {
    hosts = List.copyOf(hosts);
  }

  @Override
  public String title() {
    return "Hosts of " + head.capture().name();
  }

  @Override
  public String template() {
    return "flows/hosts";
  }

  @Override
  public HttpStatus status() {
    return bar.fault().isPresent() ? HttpStatus.BAD_REQUEST : HttpStatus.OK;
  }

  public long busiest() {
    return hosts.isEmpty() ? 0 : hosts.getFirst().bytes();
  }
}
