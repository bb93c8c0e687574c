package io.aegispcap.platform.plugins.trial;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.plugins.PluginId;
import java.time.Instant;
import java.util.Optional;

/// A plugin on one capture, in its cage.
///
/// @param job that does it
/// @param outcome once it is done
public record Trial(
    TrialId id,
    PluginId plugin,
    CaptureId capture,
    PersonId askedBy,
    Instant asked,
    JobId job,
    Optional<TrialOutcome> outcome) {

  /// Where its page is.
  public String path() {
    return "/plugins/" + plugin + "/trials/" + id;
  }
}
