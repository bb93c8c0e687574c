package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.captures.Analyses;
import io.aegispcap.platform.captures.Analysis;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Captures;
import io.aegispcap.platform.captures.flows.FlowProblem;
import io.aegispcap.platform.web.ProblemException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Opens the flows of a capture to who may see it.
@Component
class CaptureFlows {
  private final Captures captures;
  private final Analyses analyses;

  CaptureFlows(Captures captures, Analyses analyses) {
    this.captures = captures;
    this.analyses = analyses;
  }

  /// A capture, and its analysis that is shown.
  record Opened(Capture capture, Analysis analysis) {

    BlobId flows() {
      return analysis.flows();
    }

    String path() {
      return "/captures/" + capture.id();
    }
  }

  /// @throws ProblemException when the caller may not see it, or it has not been analysed
  Opened open(Caller caller, UUID id) {
    Capture capture = captures.require(new CaptureId(id), caller);
    Analysis analysis =
        analyses
            .latest(capture.id())
            .orElseThrow(
                () ->
                    new ProblemException(
                        FlowProblem.NOT_ANALYSED, "This capture has not been analysed yet."));
    return new Opened(capture, analysis);
  }
}
