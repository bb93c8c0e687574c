package io.aegispcap.analysis.report;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.plugin.Chart;
import java.util.List;
import java.util.Locale;

/// A plugin's chart, drawn. Its numbers stand beside it in a table, so that it need not be seen.
///
/// @param svg empty where the table says it better
record AnsweredChart(ChartAnswer answer, String svg) {
  private static final double WIDTH = 520;
  private static final double HEIGHT = 220;
  private static final double LEFT = 70;
  private static final double RIGHT = 14;
  private static final double TOP = 14;
  private static final double FLOOR = 186;
  private static final double CENTRE = 110;
  private static final double RADIUS = 92;

  /// Colours of slices; what comes later is of the last one.
  private static final int COLOURS = 8;

  private static final int LABELS = 6;

  static AnsweredChart of(ChartAnswer answer) {
    boolean empty = answer.groups().isEmpty() || answer.peak() <= 0;
    return new AnsweredChart(
        answer,
        empty
            ? ""
            : switch (answer.shape()) {
              case LINE -> line(answer);
              case PIE -> pie(answer);
              case BAR, TABLE -> ""; // rows of the table have bars
            });
  }

  /// How long the bar of a row is, in hundredths of the largest; 0 where there are none.
  double share(ChartAnswer.Group group) {
    boolean bars = answer.shape() == Chart.Shape.BAR && answer.peak() > 0;
    return bars ? Math.max(0, 100 * group.value() / answer.peak()) : 0;
  }

  /// Class of a slice's colour.
  String colour(int index) {
    return answer.shape() == Chart.Shape.PIE ? slice(index) : "";
  }

  private static String slice(int index) {
    return "slice-" + Math.min(index, COLOURS - 1);
  }

  String value(ChartAnswer.Group group) {
    return answer.text(group.value());
  }

  private static Markup begun(ChartAnswer answer) {
    Markup svg = new Markup();
    svg.open(
        "svg",
        "class",
        "chart",
        "viewBox",
        "0 0 " + (int) WIDTH + " " + (int) HEIGHT,
        "role",
        "img",
        "aria-label",
        answer.title());
    return svg;
  }

  private static String line(ChartAnswer answer) {
    Markup svg = begun(answer);
    List<ChartAnswer.Group> groups = answer.groups();
    double peak = answer.peak();
    for (int half = 0; half <= 2; half++) {
      double y = FLOOR - (FLOOR - TOP) * half / 2;
      svg.empty("line", "class", "grid", "x1", LEFT, "x2", WIDTH - RIGHT, "y1", y, "y2", y);
      String label = answer.text(peak * half / 2);
      svg.text("text", label, "class", "axis end", "x", LEFT - 8, "y", y + 4);
    }
    StringBuilder points = new StringBuilder();
    int every = Math.max(1, groups.size() / LABELS);
    for (int i = 0; i < groups.size(); i++) {
      double x = LEFT + (WIDTH - LEFT - RIGHT) * (i + 0.5) / groups.size();
      double y = FLOOR - (FLOOR - TOP) * Math.max(0, groups.get(i).value()) / peak;
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      svg.open("circle", "class", "dot", "cx", x, "cy", y, "r", 3);
      svg.text("title", tip(answer, groups.get(i))).close("circle");
      if (i % every == 0) {
        String name = cut(groups.get(i).name(), 12);
        svg.text("text", name, "class", "axis middle", "x", x, "y", FLOOR + 18);
      }
    }
    svg.empty("polyline", "class", "trend", "points", points.toString().strip());
    return svg.close("svg").toString();
  }

  private static String pie(ChartAnswer answer) {
    Markup svg = begun(answer);
    double sum = answer.groups().stream().mapToDouble(it -> Math.max(0, it.value())).sum();
    double from = 0;
    for (int i = 0; i < answer.groups().size(); i++) {
      ChartAnswer.Group group = answer.groups().get(i);
      double to = from + Math.max(0, group.value()) / sum;
      svg.open("path", "class", slice(i), "d", sector(from, to));
      svg.text("title", tip(answer, group)).close("path");
      from = to;
    }
    return svg.close("svg").toString();
  }

  /// From the top, clockwise; a whole circle takes two arcs.
  private static String sector(double from, double to) {
    if (to - from > 0.9999) {
      return String.format(
          Locale.ROOT,
          "M %1$.2f %2$.2f A %3$.0f %3$.0f 0 1 1 %1$.2f %4$.2f A %3$.0f %3$.0f 0 1 1 %1$.2f %2$.2f Z",
          WIDTH / 2,
          CENTRE - RADIUS,
          RADIUS,
          CENTRE + RADIUS);
    }
    return String.format(
        Locale.ROOT,
        "M %.0f %.0f L %.2f %.2f A %5$.0f %5$.0f 0 %6$d 1 %7$.2f %8$.2f Z",
        WIDTH / 2,
        CENTRE,
        x(from),
        y(from),
        RADIUS,
        to - from > 0.5 ? 1 : 0,
        x(to),
        y(to));
  }

  private static double x(double turn) {
    return WIDTH / 2 + RADIUS * Math.sin(2 * Math.PI * turn);
  }

  private static double y(double turn) {
    return CENTRE - RADIUS * Math.cos(2 * Math.PI * turn);
  }

  private static String tip(ChartAnswer answer, ChartAnswer.Group group) {
    return group.name() + ": " + answer.text(group.value());
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
