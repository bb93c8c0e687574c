package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.captures.flows.FlowList;
import io.aegispcap.platform.captures.flows.FlowOrder;
import io.aegispcap.platform.captures.web.CaptureHead;
import io.aegispcap.platform.web.Page;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// The flows that a filter lets through.
///
/// @param timeline empty when the filter can't be understood
public record FlowsPage(
    CaptureHead head,
    FilterBar bar,
    Optional<TimelineFigure> timeline,
    FlowList list,
    FlowOrder order)
    implements Page {
  static final int ROWS = 50;

  @Override
  public String title() {
    return "Flows of " + head.capture().name();
  }

  @Override
  public String template() {
    return "flows/list";
  }

  @Override
  public HttpStatus status() {
    return bar.fault().isPresent() ? HttpStatus.BAD_REQUEST : HttpStatus.OK;
  }

  /// The page sorted by a column, the other way round when it already is.
  public String sortedBy(String column) {
    boolean turn = order.by().slug().equals(column) && order.descending();
    boolean first = !order.by().slug().equals(column) && startsLow(column);
    return at((turn || first ? "" : "-") + column, 0);
  }

  private static boolean startsLow(String column) {
    return switch (FlowOrder.By.valueOf(column.toUpperCase(Locale.ROOT))) {
      case START, SRC, SRC_PORT, DST, DST_PORT, PROTO, STATE -> true;
      case DURATION, PACKETS, BYTES, BYTES_OUT, BYTES_IN -> false;
    };
  }

  /// As `aria-sort` has it.
  public String sorting(String column) {
    if (!order.by().slug().equals(column)) {
      return "none";
    }
    return order.descending() ? "descending" : "ascending";
  }

  public boolean hasEarlier() {
    return list.offset() > 0;
  }

  public String earlier() {
    return at(order.toString(), Math.max(0, list.offset() - ROWS));
  }

  public String later() {
    return at(order.toString(), list.offset() + ROWS);
  }

  private String at(String sort, long from) {
    String query = bar.query();
    return bar.path()
        + (query.isEmpty() ? "?" : query + "&")
        + "sort="
        + sort
        + (from > 0 ? "&from=" + from : "");
  }

  /// All of them as a file.
  public String export(String format) {
    String query = bar.query();
    return bar.path() + "/export" + (query.isEmpty() ? "?" : query + "&") + "format=" + format;
  }
}
