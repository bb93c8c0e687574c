package io.aegispcap.platform.captures.flows;

import io.aegispcap.platform.captures.flows.filter.Fields;
import io.aegispcap.platform.captures.flows.filter.SqlPredicate;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Spreads flows over time. Each flow is counted in its first and its last slot alone; that it went
/// on in between is a rate which begins in one and ends in the other, so that long flows cost as
/// little as short ones.
final class TimelineQuery {
  private static final int SERIES = 6;
  private static final String OTHER = "other";

  private final TimeAxis axis;
  private final Map<String, Draft> drafts = new HashMap<>();

  TimelineQuery(TimeAxis axis) {
    this.axis = axis;
  }

  private final class Draft {
    final double[] bytes = new double[axis.slots()];
    final long[] flows = new long[axis.slots()];

    /// Bytes a slot from here on, until it is taken back.
    final double[] rate = new double[axis.slots() + 1];

    Timeline.Series series(String protocol) {
      List<Long> sums = new ArrayList<>();
      List<Long> begun = new ArrayList<>();
      double running = 0;
      for (int slot = 0; slot < axis.slots(); slot++) {
        running += rate[slot];
        sums.add(Math.max(0, Math.round(bytes[slot] + running)));
        begun.add(flows[slot]);
      }
      return new Timeline.Series(protocol, sums, begun);
    }

    void add(Draft other) {
      for (int slot = 0; slot < axis.slots(); slot++) {
        bytes[slot] += other.bytes[slot];
        flows[slot] += other.flows[slot];
        rate[slot] += other.rate[slot];
      }
    }
  }

  Timeline ask(FlowDatabase flows, SqlPredicate predicate) throws SQLException {
    String spans =
        """
        WITH spans AS (
          SELECT coalesce(application, $TRANSPORT) AS protocol, $BYTES AS bytes,
            epoch_ns("start") - $START AS s, epoch_ns("end") - $START AS e,
            s // $WIDTH AS first, e // $WIDTH AS last
          FROM flows WHERE $PREDICATE)
        """;
    String begins =
        """
        SELECT protocol, first AS slot, count(*) AS flows,
          sum(CASE WHEN first = last THEN bytes
              ELSE bytes * (((first + 1) * $WIDTH - s) / (e - s)::DOUBLE) END) AS part,
          sum(CASE WHEN first = last THEN 0 ELSE bytes * ($WIDTH / (e - s)::DOUBLE) END) AS rate
        FROM spans GROUP BY ALL
        """;
    String ends =
        """
        SELECT protocol, last AS slot, 0 AS flows,
          sum(bytes * ((e - last * $WIDTH) / (e - s)::DOUBLE)) AS part,
          sum(bytes * ($WIDTH / (e - s)::DOUBLE)) AS rate
        FROM spans WHERE first < last GROUP BY ALL
        """;
    flows.each(
        sql(spans + begins, predicate),
        predicate.parameters(),
        row -> {
          Draft draft = draft(row.getString("protocol"));
          int slot = slot(row.getLong("slot"));
          draft.flows[slot] += row.getLong("flows");
          draft.bytes[slot] += row.getDouble("part");
          draft.rate[slot + 1] += row.getDouble("rate");
          return draft;
        });
    flows.each(
        sql(spans + ends, predicate),
        predicate.parameters(),
        row -> {
          Draft draft = draft(row.getString("protocol"));
          int slot = slot(row.getLong("slot"));
          draft.bytes[slot] += row.getDouble("part");
          draft.rate[slot] -= row.getDouble("rate");
          return draft;
        });
    return new Timeline(axis, series());
  }

  private String sql(String text, SqlPredicate predicate) {
    return text.replace("$TRANSPORT", Fields.TRANSPORT)
        .replace("$BYTES", Fields.BYTES)
        .replace("$START", Long.toString(axis.start()))
        .replace("$WIDTH", Long.toString(axis.width()))
        .replace("$PREDICATE", predicate.sql());
  }

  private Draft draft(String protocol) {
    return drafts.computeIfAbsent(protocol, _ -> new Draft());
  }

  private int slot(long value) {
    return Math.clamp(value, 0, axis.slots() - 1);
  }

  /// The largest by name, the rest together.
  private List<Timeline.Series> series() {
    Map<String, Long> totals = new TreeMap<>();
    drafts.forEach((protocol, draft) -> totals.put(protocol, draft.series(protocol).total()));
    List<String> largest =
        totals.keySet().stream()
            .sorted(Comparator.comparing((String protocol) -> totals.get(protocol)).reversed())
            .toList();
    List<Timeline.Series> series = new ArrayList<>();
    Draft other = new Draft();
    for (int i = 0; i < largest.size(); i++) {
      Draft draft = draft(largest.get(i));
      if (i < SERIES) {
        series.add(draft.series(largest.get(i)));
      } else {
        other.add(draft);
      }
    }
    if (largest.size() > SERIES) {
      series.add(other.series(OTHER));
    }
    return series;
  }
}
