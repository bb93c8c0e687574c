package io.aegispcap.platform.alerts.inbox;

import java.util.List;
import java.util.Optional;

/// A part of a list.
///
/// @param next where it goes on; empty at its end
public record Listing(List<Row> rows, Optional<Cursor> next) {
  public Listing {
    rows = List.copyOf(rows);
  }
}
