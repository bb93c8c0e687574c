package io.aegispcap.platform.captures.search;

import io.aegispcap.platform.captures.flows.Flows;
import io.aegispcap.platform.captures.flows.SeenHost;
import io.aegispcap.platform.captures.run.AnalysisRun;
import io.aegispcap.platform.captures.run.Harvest;
import java.util.List;
import org.springframework.stereotype.Component;

/// Keeps the hosts of each capture where the search over everything finds them.
@Component
class HostHarvest implements Harvest {
  /// Addresses of one capture, and as many names.
  private static final int MOST = 10_000;

  private final Flows flows;
  private final Findings findings;

  HostHarvest(Flows flows, Findings findings) {
    this.flows = flows;
    this.findings = findings;
  }

  @Override
  public Runnable of(AnalysisRun wanted, AnalysisRun.Result result) {
    List<SeenHost> hosts = flows.seen(result.flows(), MOST);
    return () -> findings.putHosts(wanted.capture(), wanted.id(), hosts);
  }
}
