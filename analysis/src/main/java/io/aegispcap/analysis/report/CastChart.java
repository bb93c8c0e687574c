package io.aegispcap.analysis.report;

import io.aegispcap.analysis.incident.Incident;
import io.aegispcap.analysis.incident.Link;
import io.aegispcap.analysis.incident.Participant;
import io.aegispcap.analysis.incident.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The hosts of an incident as SVG: attackers on the left, those they took in the middle, servers
/// that these call on the right; on the lines the techniques.
final class CastChart {
  private static final double WIDTH = 1080;
  private static final double ROW = 52;
  private static final double TOP = 34;
  private static final double[] COLUMNS = {170, 540, 910};
  private static final List<String> HEADS = List.of("attacks", "is attacked", "is called");
  private static final int MAX_ROWS = 10;
  private static final int MAX_TECHNIQUES = 3;

  private record Place(double x, double y) {}

  private final Incident incident;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final List<List<Participant>> columns = new ArrayList<>();
  private final double height;
  private final Markup svg = new Markup();

  /// @param hosts to name addresses by
  CastChart(Incident incident, List<HostSummary> hosts) {
    this.incident = incident;
    for (HostSummary host : hosts) {
      if (!host.names().isEmpty()) {
        names.put(host.address().toString(), host.names().getFirst().name());
      }
    }
    for (int column = 0; column < COLUMNS.length; column++) {
      int wanted = column;
      columns.add(
          incident.hosts().stream()
              .filter(host -> column(host) == wanted)
              .limit(MAX_ROWS)
              .toList());
    }
    int rows = columns.stream().mapToInt(List::size).max().orElse(0);
    height = TOP + Math.max(1, rows) * ROW;
    for (int column = 0; column < COLUMNS.length; column++) {
      place(columns.get(column), COLUMNS[column]);
    }
  }

  /// Who was attacked stands in the middle, whatever it did then.
  private static int column(Participant host) {
    if (host.roles().contains(Role.VICTIM)) {
      return 1;
    }
    return host.roles().contains(Role.ATTACKER) ? 0 : 2;
  }

  private void place(List<Participant> column, double x) {
    double row = (height - TOP) / Math.max(1, column.size());
    for (int i = 0; i < column.size(); i++) {
      places.put(column.get(i).name(), new Place(x, TOP + row * (i + 0.5)));
    }
  }

  /// Empty without links.
  String svg() {
    List<Link> drawn =
        incident.links().stream()
            .filter(link -> places.containsKey(link.from()) && places.containsKey(link.to()))
            .toList();
    if (drawn.isEmpty()) {
      return "";
    }
    String id = "cast-" + incident.id();
    svg.open(
        "svg",
        "class",
        "chart cast",
        "viewBox",
        "0 0 " + (int) WIDTH + " " + (int) height,
        "role",
        "img",
        "aria-labelledby",
        id);
    svg.text("title", "Who did what to whom, by techniques of ATT&CK", "id", id);
    for (int column = 0; column < COLUMNS.length; column++) {
      if (!columns.get(column).isEmpty()) {
        svg.text("text", HEADS.get(column), "class", "axis middle", "x", COLUMNS[column], "y", 16);
      }
    }
    drawn.forEach(this::line);
    columns.forEach(column -> column.forEach(this::node));
    return svg.close("svg").toString();
  }

  private void line(Link link) {
    Place from = Objects.requireNonNull(places.get(link.from()));
    Place to = Objects.requireNonNull(places.get(link.to()));
    boolean within = from.x() == to.x();
    double bend = within ? from.x() + 150 : (from.x() + to.x()) / 2;
    String path =
        String.format(
            Locale.ROOT,
            "M%.0f %.1fC%.0f %.1f %.0f %.1f %.0f %.1f",
            from.x(),
            from.y(),
            bend,
            from.y(),
            bend,
            to.y(),
            to.x(),
            to.y());
    svg.open("path", "class", "tie " + link.severity().label(), "d", path);
    svg.text("title", link.from() + " → " + link.to() + ": " + techniques(link, Integer.MAX_VALUE));
    svg.close("path");
    double x = within ? from.x() + 120 : bend;
    // Nearer to where it comes from, so that the texts of two directions stand apart.
    double y = from.y() * 0.6 + to.y() * 0.4 - 5;
    svg.text("text", techniques(link, MAX_TECHNIQUES), "class", "axis middle on", "x", x, "y", y);
  }

  private static String techniques(Link link, int most) {
    String text = String.join(", ", link.techniques().stream().limit(most).toList());
    return link.techniques().size() > most ? text + "…" : text;
  }

  private void node(Participant host) {
    Place place = Objects.requireNonNull(places.get(host.name()));
    String kind = host.roles().size() > 1 ? "both" : host.roles().getFirst().label();
    svg.empty("circle", "class", "actor " + kind, "cx", place.x(), "cy", place.y(), "r", 8);
    svg.text(
        "text",
        shortened(host.name()),
        "class",
        "label middle",
        "x",
        place.x(),
        "y",
        place.y() + 23);
    String name = names.getOrDefault(host.name(), "");
    if (!name.isEmpty()) {
      svg.text(
          "text", shortened(name), "class", "axis middle", "x", place.x(), "y", place.y() - 14);
    }
  }

  private static String shortened(String name) {
    return name.length() <= 40 ? name : name.substring(0, 39) + "…";
  }
}
