package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.captures.Analysis;
import io.aegispcap.platform.captures.CaptureSection;
import io.aegispcap.platform.captures.CaptureView;
import io.aegispcap.platform.captures.flows.EvidenceReader;
import io.aegispcap.platform.captures.flows.Flows;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Time line, protocols, talkers and who speaks with whom, on the page of a capture.
@Component
@Order(50)
class TrafficSection implements CaptureSection {
  private final Flows flows;
  private final EvidenceReader evidence;

  TrafficSection(Flows flows, EvidenceReader evidence) {
    this.flows = flows;
    this.evidence = evidence;
  }

  @Override
  public Optional<Part> of(CaptureView view) {
    return view.analysis()
        .map(analysis -> new Part("traffic", "Traffic", "flows/traffic", model(view, analysis)));
  }

  private TrafficView model(CaptureView view, Analysis analysis) {
    String path = "/captures/" + view.capture().id();
    FilterBar bar = FilterBar.read(path, path, view.query().getOrDefault("q", ""));
    return new TrafficView(
        bar,
        bar.fault().isPresent()
            ? Optional.empty()
            : Optional.of(flows.traffic(analysis.flows(), bar.filter())),
        evidence.read(analysis.document()));
  }
}
