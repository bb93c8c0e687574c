package io.aegispcap.analysis.flow;

import org.jspecify.annotations.Nullable;

/// Flows in the order of their last packets, oldest first: a doubly linked list through the flows.
final class IdleList {
  final long timeout;
  private @Nullable Flow oldest;
  private @Nullable Flow newest;

  /// @param timeout nanoseconds after which its flows have been idle for too long
  IdleList(long timeout) {
    this.timeout = timeout;
  }

  @Nullable Flow oldest() {
    return oldest;
  }

  void append(Flow flow) {
    flow.olderSeen = newest;
    flow.newerSeen = null;
    if (newest == null) {
      oldest = flow;
    } else {
      newest.newerSeen = flow;
    }
    newest = flow;
  }

  void remove(Flow flow) {
    Flow older = flow.olderSeen;
    Flow newer = flow.newerSeen;
    if (older == null) {
      oldest = newer;
    } else {
      older.newerSeen = newer;
    }
    if (newer == null) {
      newest = older;
    } else {
      newer.olderSeen = older;
    }
    flow.olderSeen = null;
    flow.newerSeen = null;
  }
}
