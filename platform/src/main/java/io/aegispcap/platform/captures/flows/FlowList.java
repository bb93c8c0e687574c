package io.aegispcap.platform.captures.flows;

import java.util.List;

/// A part of the flows that a filter lets through.
///
/// @param offset flows before it
/// @param total flows that the filter lets through
public record FlowList(List<FlowRow> rows, long offset, long total) {
  public FlowList {
    rows = List.copyOf(rows);
  }

  public boolean hasMore() {
    return offset + rows.size() < total;
  }
}
