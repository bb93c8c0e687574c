package io.aegispcap.platform.accounts;

import java.util.Optional;

/// How a place without people gets its first one.
public interface FirstAdministrator {

  /// A link to set the place up, as a path; each call makes the earlier ones worthless. Empty once
  /// somebody is here.
  Optional<String> setUpPath();
}
