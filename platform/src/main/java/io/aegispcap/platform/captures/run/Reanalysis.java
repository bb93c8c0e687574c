package io.aegispcap.platform.captures.run;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.Capture;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What owners do to the analyses of their captures, which is remembered. Whether they may is asked
/// before.
@Service
public class Reanalysis {
  private final Analysing analysing;
  private final Deeds deeds;

  Reanalysis(Analysing analysing, Deeds deeds) {
    this.analysing = analysing;
    this.deeds = deeds;
  }

  /// With other settings; what came before stays.
  @Transactional
  public AnalysisId request(Capture capture, AnalysisSettings settings, Caller.Person caller) {
    AnalysisId id = analysing.request(capture, settings, caller.id());
    record(caller, "capture.analyze", capture, id);
    return id;
  }

  @Transactional
  public void cancel(Capture capture, AnalysisId id, Caller.Person caller) {
    analysing.cancel(analysing.require(capture.id(), id));
    record(caller, "analysis.cancel", capture, id);
  }

  @Transactional
  public void retry(Capture capture, AnalysisId id, Caller.Person caller) {
    analysing.retry(analysing.require(capture.id(), id));
    record(caller, "analysis.retry", capture, id);
  }

  private void record(Caller who, String action, Capture capture, AnalysisId id) {
    deeds.record(who, action, capture.id().toString(), Map.of("analysis", id.toString()));
  }
}
