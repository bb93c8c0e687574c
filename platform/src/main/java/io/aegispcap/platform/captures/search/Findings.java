package io.aegispcap.platform.captures.search;

import io.aegispcap.platform.captures.AnalysisId;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.flows.SeenHost;
import io.aegispcap.platform.captures.library.Audience;
import io.aegispcap.platform.web.SearchText;
import java.util.List;

/// What there is to find of captures, as far as an audience sees them.
public interface Findings {

  /// A host in a capture.
  record InCapture(SeenHost host, CaptureId capture, String captureName) {}

  /// Those whose name, tags and notes hold all words: first those whose name holds them, then the
  /// latest.
  List<Capture> captures(SearchText wanted, Audience audience, int most);

  /// Hosts that hold the text as it is: first those that are called so, then those that begin so,
  /// then those in the latest captures.
  List<InCapture> hosts(SearchText wanted, Audience audience, int most);

  /// Takes the place of the hosts that were known of the capture, unless an analysis that was asked
  /// for later is done already. Runs in a transaction.
  void putHosts(CaptureId capture, AnalysisId analysis, List<SeenHost> hosts);
}
