package io.aegispcap.platform.alerts.ingest;

import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Finding;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.CaptureId;
import java.util.List;
import java.util.Optional;

/// Where alerts are put as they come in. All of it within the caller's transaction.
public interface IncomingAlerts {

  /// Keeps others from writing alerts of this capture until the transaction ends.
  ///
  /// @return false when the capture is gone for good
  boolean reserve(CaptureId capture);

  /// Adds an alert, or renews what the analysis says of one that is there: what people did to it
  /// stays.
  ///
  /// @param document as the analysis wrote it
  /// @return its id if it is new
  Optional<AlertId> put(CaptureId capture, AnalysisId analysis, String document, Finding finding);

  /// Marks the alerts of the capture that this analysis did not put, and takes the mark from those
  /// that it did; both become part of their history.
  void settle(CaptureId capture, AnalysisId analysis);

  /// Archives those that a rule matches, by the first rule that does.
  void applyRules(List<AlertId> fresh);
}
