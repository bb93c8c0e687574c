package io.aegispcap.capture.protocol.ldap;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A search whose end was not seen yet.
final class PendingSearch {
  private static final int MOST_NAMES = 32;

  private final long frameId;
  private final long timestamp;
  private final String base;
  private final String scope;
  private final String filter;
  private final Set<String> wanted = new LinkedHashSet<>();
  private final Set<String> found = new LinkedHashSet<>();
  private int entries;

  PendingSearch(long frameId, long timestamp, String base, String scope, String filter) {
    this.frameId = frameId;
    this.timestamp = timestamp;
    this.base = base;
    this.scope = scope;
    this.filter = filter;
  }

  void wants(String attribute) {
    if (wanted.size() < MOST_NAMES) {
      wanted.add(attribute);
    }
  }

  /// An entry.
  void found() {
    entries++;
  }

  void found(String attribute) {
    found.add(attribute);
  }

  /// Whether there is room for names of attributes.
  boolean learns() {
    return found.size() < MOST_NAMES;
  }

  LdapSearch fact(int result) {
    return new LdapSearch(
        frameId,
        timestamp,
        base,
        scope,
        filter,
        List.copyOf(wanted),
        entries,
        List.copyOf(found),
        result);
  }
}
