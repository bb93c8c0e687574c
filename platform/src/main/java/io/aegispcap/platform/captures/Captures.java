package io.aegispcap.platform.captures;

import io.aegispcap.platform.access.Caller;
import java.util.List;

/// The captures, as far as a caller may see them. Deleted ones are not there.
public interface Captures {

  /// @throws io.aegispcap.platform.web.ProblemException NOT_FOUND when it is absent or the caller
  ///   may not see it
  Capture require(CaptureId id, Caller caller);

  /// @throws io.aegispcap.platform.web.ProblemException as [#require]; FORBIDDEN when the caller
  ///   may see it but not change it
  Capture requireOwn(CaptureId id, Caller caller);

  /// Those that the caller may see, the latest first.
  List<Capture> visible(Caller caller, int most);

  /// Whether the caller may change it.
  boolean mayChange(Capture capture, Caller caller);
}
