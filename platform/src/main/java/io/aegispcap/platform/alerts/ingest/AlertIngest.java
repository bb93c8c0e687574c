package io.aegispcap.platform.alerts.ingest;

import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.captures.Analyses;
import io.aegispcap.platform.captures.Analysis;
import io.aegispcap.platform.captures.CaptureAnalyzed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Takes what an analysis found into the inbox. An event that is told twice changes nothing the
/// second time; one that was overtaken by a later analysis, nothing at all.
@Component
class AlertIngest {
  private final IncomingAlerts incoming;
  private final Analyses analyses;
  private final Blobs blobs;
  private final AnalysisDocument document;

  AlertIngest(
      IncomingAlerts incoming,
      Analyses analyses,
      Blobs blobs,
      JsonMapper json,
      FindingReader findings) {
    this.incoming = incoming;
    this.analyses = analyses;
    this.blobs = blobs;
    this.document = new AnalysisDocument(json, findings);
  }

  @ApplicationModuleListener
  void take(CaptureAnalyzed event) {
    if (!incoming.reserve(event.capture())) {
      return;
    }
    Optional<Analysis> latest = analyses.latest(event.capture());
    if (latest.isEmpty() || !latest.get().id().equals(event.analysis())) {
      return;
    }
    incoming.applyRules(put(latest.get()));
    incoming.settle(event.capture(), event.analysis());
  }

  private List<AlertId> put(Analysis analysis) {
    List<AlertId> fresh = new ArrayList<>();
    try (InputStream in = blobs.open(analysis.document())) {
      document.alerts(
          in,
          (text, finding) ->
              incoming.put(analysis.capture(), analysis.id(), text, finding).ifPresent(fresh::add));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return fresh;
  }
}
