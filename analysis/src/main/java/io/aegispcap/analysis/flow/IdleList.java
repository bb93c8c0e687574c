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

  /// Whether the flow's last packet is older than the timeout.
  boolean idle(Flow flow, long now) {
    return now > flow.lastSeen && beyond(now - flow.lastSeen);
  }

  /// Whether the flow began so long after this time that a packet of then belongs to another one: a
  /// clock jumped, or lied once.
  boolean ahead(Flow flow, long now) {
    return flow.start > now && beyond(flow.start - now);
  }

  /// A distance that does not fit a long is beyond any timeout.
  private boolean beyond(long distance) {
    return distance > timeout || distance < 0;
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
