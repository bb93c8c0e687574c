package io.aegispcap.platform.access;

import java.util.Map;

/// Where modules tell what somebody did, to be kept beyond doubt. Called within the transaction of
/// the deed: both are kept, or neither.
public interface Deeds {

  /// @param who did it
  /// @param action what, as `noun.verb`, such as `capture.delete`; part of the API
  /// @param target on what: an id or a name; empty where there is none
  /// @param detail what else matters; never a secret
  void record(Caller who, String action, String target, Map<String, String> detail);

  default void record(Caller who, String action, String target) {
    record(who, action, target, Map.of());
  }
}
