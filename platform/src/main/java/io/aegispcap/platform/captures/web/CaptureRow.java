package io.aegispcap.platform.captures.web;

import io.aegispcap.analysis.text.ByteCount;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.run.AnalysisFacts;
import io.aegispcap.platform.captures.run.Standing;
import java.util.Optional;

/// A capture in a list, as people see it.
///
/// @param owner what they are called
/// @param standing of the analysis that was asked for last
/// @param facts of the last one that succeeded
public record CaptureRow(
    Capture capture, String owner, Optional<Standing> standing, Optional<AnalysisFacts> facts) {

  public String size() {
    return ByteCount.of(capture.size());
  }

  /// Whether it is being analysed or waits for that.
  public boolean underWay() {
    return standing.filter(how -> !how.ended()).isPresent();
  }

  /// Whether the last analysis ended with nothing to show.
  public boolean unsuccessful() {
    return standing.filter(how -> how.ended() && how.problem().isPresent()).isPresent();
  }
}
