package io.aegispcap.cage;

import java.util.Locale;

/// How much of the cage there is. The host decides, and says so when it starts the process.
enum Locks {
  /// Limits, and the system calls that computing needs: what a plugin that nobody trusts runs in.
  ALL,
  /// Limits alone, where the kernel has no filters and somebody trusts the plugin.
  LIMITS,
  /// None, but the pipes as they always are: to rehearse a start, with no plugin.
  REHEARSAL,
  /// None, and nothing native either, on systems that we know no calls of.
  NONE;

  static Locks of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
