package io.aegispcap.platform.captures.flows;

import io.aegispcap.platform.captures.run.AnalysisRun;
import io.aegispcap.platform.captures.run.Harvest;
import org.springframework.stereotype.Component;

/// Works out with each analysis what the pages of its capture show first.
@Component
class OverviewHarvest implements Harvest {
  private final Flows flows;
  private final Overviews overviews;

  OverviewHarvest(Flows flows, Overviews overviews) {
    this.flows = flows;
    this.overviews = overviews;
  }

  @Override
  public Runnable of(AnalysisRun wanted, AnalysisRun.Result result) {
    Overview overview = flows.workOut(result.flows());
    return () -> overviews.put(wanted.id(), overview);
  }
}
