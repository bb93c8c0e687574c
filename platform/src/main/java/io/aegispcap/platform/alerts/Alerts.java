package io.aegispcap.platform.alerts;

import io.aegispcap.platform.access.Caller;

/// The alerts, as far as a caller may see them.
public interface Alerts {

  /// @throws io.aegispcap.platform.web.ProblemException NOT_FOUND when it is absent or the caller
  ///   may not see its capture
  Alert require(AlertId id, Caller caller);
}
