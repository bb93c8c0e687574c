package io.aegispcap.analysis.report;

import io.aegispcap.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Who talks to whom as SVG: those who open conversations on the left, those who answer on the
/// right, lines as thick as their bytes.
final class GraphChart {
  private static final double WIDTH = 1080;
  private static final double LEFT = 295;
  private static final double RIGHT = 785;
  private static final double ROW = 34;
  private static final double TOP = 34;
  private static final int MAX_SOURCES = 12;
  private static final int MAX_DESTINATIONS = 16;
  private static final int MAX_PAIRS = 40;

  private final Map<IpAddress, HostSummary> hosts = new LinkedHashMap<>();
  private final List<Conversation> shown = new ArrayList<>();
  private final List<IpAddress> sources;
  private final List<IpAddress> destinations;
  private final long all;
  private final Markup svg = new Markup();

  GraphChart(RunSummary summary) {
    summary.hosts().forEach(host -> hosts.put(host.address(), host));
    all = summary.conversationCount();
    Set<IpAddress> left = new LinkedHashSet<>();
    Set<IpAddress> right = new LinkedHashSet<>();
    summary.conversations().stream()
        .sorted(Comparator.comparing(pair -> pair.alerts() == 0))
        .forEach(pair -> pick(pair, left, right));
    sources = List.copyOf(left);
    destinations = sortedByMiddle(right);
  }

  private void pick(Conversation pair, Set<IpAddress> left, Set<IpAddress> right) {
    boolean room =
        (left.contains(pair.source()) || left.size() < MAX_SOURCES)
            && (right.contains(pair.destination()) || right.size() < MAX_DESTINATIONS);
    if (room && shown.size() < MAX_PAIRS) {
      left.add(pair.source());
      right.add(pair.destination());
      shown.add(pair);
    }
  }

  /// So that few lines cross: each destination at the mean place of those that talk to it.
  private List<IpAddress> sortedByMiddle(Set<IpAddress> right) {
    return right.stream()
        .sorted(
            Comparator.comparingDouble(
                address ->
                    shown.stream()
                        .filter(pair -> pair.destination().equals(address))
                        .mapToInt(pair -> sources.indexOf(pair.source()))
                        .average()
                        .orElse(0)))
        .toList();
  }

  /// How much of all conversations is drawn, in a sentence.
  String note() {
    return shown.size() == all
        ? "All " + Wording.count(all, "conversation") + "."
        : Wording.count(shown.size())
            + " of "
            + Wording.count(all, "conversation")
            + ": those that alerts are about, then those with most bytes.";
  }

  /// Empty without conversations.
  String svg() {
    if (shown.isEmpty()) {
      return "";
    }
    double height = TOP + Math.max(sources.size(), destinations.size()) * ROW + 4;
    svg.open(
        "svg",
        "class",
        "chart graph",
        "viewBox",
        "0 0 " + (int) WIDTH + " " + (int) height,
        "role",
        "img",
        "aria-labelledby",
        "graph-title graph-desc");
    svg.text("title", "Who talks to whom", "id", "graph-title");
    svg.text("desc", note() + " The same is in the table below.", "id", "graph-desc");
    svg.text("text", "opens", "class", "axis end", "x", LEFT - 14, "y", 16.0);
    svg.text("text", "answers", "class", "axis", "x", RIGHT + 14, "y", 16.0);
    shown.stream().sorted(Comparator.comparing(pair -> pair.alerts() > 0)).forEach(this::line);
    for (IpAddress source : sources) {
      node(source, LEFT, y(sources, source, height), true);
    }
    for (IpAddress destination : destinations) {
      node(destination, RIGHT, y(destinations, destination, height), false);
    }
    return svg.close("svg").toString();
  }

  /// The shorter column is spread over the height.
  private static double y(List<IpAddress> column, IpAddress address, double height) {
    double row = (height - TOP - 4) / column.size();
    return TOP + row * (column.indexOf(address) + 0.5);
  }

  private void line(Conversation pair) {
    double height = TOP + Math.max(sources.size(), destinations.size()) * ROW + 4;
    double from = y(sources, pair.source(), height);
    double to = y(destinations, pair.destination(), height);
    double middle = (LEFT + RIGHT) / 2;
    String path =
        String.format(
            Locale.ROOT,
            "M%.0f %.1fC%.0f %.1f %.0f %.1f %.0f %.1f",
            LEFT,
            from,
            middle,
            from,
            middle,
            to,
            RIGHT,
            to);
    double thick = Math.clamp(Math.log10(Math.max(pair.bytes(), 10)) * 1.5 - 2, 1.2, 9);
    svg.open(
        "path",
        "class",
        pair.alerts() > 0 ? "link alerted" : "link",
        "d",
        path,
        "stroke-width",
        thick);
    svg.text("title", tip(pair)).close("path");
  }

  private static String tip(Conversation pair) {
    return pair.source()
        + " → "
        + pair.destination()
        + ": "
        + Wording.bytes(pair.bytes())
        + ", "
        + Wording.count(pair.flows(), "flow")
        + (pair.alerts() > 0 ? ", " + Wording.count(pair.alerts(), "alert") : "");
  }

  private void node(IpAddress address, double x, double y, boolean left) {
    HostSummary host = hosts.get(address);
    boolean alerted = host != null && host.alerts() > 0;
    boolean home = host != null && host.home();
    svg.empty(
        "circle",
        "class",
        (home ? "node home" : "node") + (alerted ? " alerted" : ""),
        "cx",
        x,
        "cy",
        y,
        "r",
        6);
    String name = host == null || host.names().isEmpty() ? "" : host.names().getFirst().name();
    double text = left ? x - 14 : x + 14;
    String anchor = left ? " end" : "";
    svg.text(
        "text",
        address.toString(),
        "class",
        "label" + anchor,
        "x",
        text,
        "y",
        name.isEmpty() ? y + 4 : y - 2);
    if (!name.isEmpty()) {
      svg.text("text", shortened(name), "class", "axis" + anchor, "x", text, "y", y + 11);
    }
  }

  private static String shortened(String name) {
    return name.length() <= 40 ? name : name.substring(0, 39) + "…";
  }
}
