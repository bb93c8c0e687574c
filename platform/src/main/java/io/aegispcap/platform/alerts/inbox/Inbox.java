package io.aegispcap.platform.alerts.inbox;

import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Lists of alerts. Whoever pages through one meets each alert once that was there and matched all
/// the while, whatever changes meanwhile.
public interface Inbox {
  /// Beyond that, alerts are not counted.
  int COUNTED = 1000;

  Listing list(Filter filter, Viewer viewer, Optional<Cursor> after, int most);

  /// How many match in each state, whatever states the filter names; [#COUNTED] + 1 for more.
  Map<State, Integer> counts(Filter filter, Viewer viewer);

  /// Those that match, by detector and host, the worst first; of very many alerts only the first
  /// 10,000 are looked at.
  List<Group> groups(Filter filter, Viewer viewer, int most);

  /// These, as far as the viewer sees them, the latest first.
  List<Row> rows(List<AlertId> alerts, Viewer viewer);

  /// All that match, one after the other, the latest first.
  void each(Filter filter, Viewer viewer, Consumer<Row> to);
}
