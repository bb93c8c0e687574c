package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.captures.Analyses;
import io.aegispcap.platform.captures.Analysis;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Captures;
import io.aegispcap.platform.captures.flows.FlowProblem;
import io.aegispcap.platform.captures.web.CaptureReads;
import io.aegispcap.platform.web.ProblemException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Opens the flows of a capture to who may see it.
@Component
class CaptureFlows {
  private final Captures captures;
  private final Analyses analyses;
  private final CaptureReads reads;

  CaptureFlows(Captures captures, Analyses analyses, CaptureReads reads) {
    this.captures = captures;
    this.analyses = analyses;
    this.reads = reads;
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

  /// Keeps a record of who read what of somebody else's capture.
  void read(Caller caller, Opened opened, String action, String query, long results) {
    reads.record(caller, opened.capture(), action, query, results);
  }

  /// The same, of a page that may have nothing but a fault to show.
  void read(Caller caller, Opened opened, String action, FilterBar bar, long results) {
    if (bar.fault().isEmpty()) {
      read(caller, opened, action, bar.text(), results);
    }
  }
}
