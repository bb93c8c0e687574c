package io.aegispcap.analysis.report;

import io.aegispcap.analysis.incident.Incident;
import io.aegispcap.analysis.incident.Stage;
import io.aegispcap.analysis.incident.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The course of an incident as SVG: its steps by number over time, a row for each stage.
final class CourseChart {
  private static final double WIDTH = 1080;
  private static final double LEFT = 190;
  private static final double RIGHT = 30;
  private static final double TOP = 10;
  private static final double ROW = 44;
  private static final double DOT = 11;
  private static final int MAX_STEPS = 60;
  private static final int TICKS = 5;

  private final Incident incident;
  private final List<Step> steps;
  private final List<Stage> rows;
  private final Markup svg = new Markup();

  CourseChart(Incident incident) {
    this.incident = incident;
    steps = incident.steps().stream().limit(MAX_STEPS).toList();
    rows = steps.stream().map(Step::stage).distinct().sorted().toList();
  }

  String svg() {
    double height = TOP + rows.size() * ROW + 26;
    String id = "course-" + incident.id();
    svg.open(
        "svg",
        "class",
        "chart course",
        "viewBox",
        "0 0 " + (int) WIDTH + " " + (int) height,
        "role",
        "img",
        "aria-labelledby",
        id);
    svg.text("title", "Steps over time by stage; the list has the same", "id", id);
    for (Stage stage : rows) {
      svg.empty("line", "class", "grid", "x1", LEFT, "x2", WIDTH, "y1", y(stage), "y2", y(stage));
      svg.text("text", stage.label(), "class", "label end", "x", LEFT - 18, "y", y(stage) + 4);
    }
    ticks(TOP + rows.size() * ROW);
    dots();
    return svg.close("svg").toString();
  }

  private double y(Stage stage) {
    return TOP + ROW * (rows.indexOf(stage) + 0.5);
  }

  private double x(long time) {
    double range = Math.max(1, incident.lastSeen() - incident.firstSeen());
    return LEFT + DOT + (WIDTH - LEFT - RIGHT - DOT) * ((time - incident.firstSeen()) / range);
  }

  private void ticks(double y) {
    long range = incident.lastSeen() - incident.firstSeen();
    boolean days = range > 86_400_000_000_000L;
    String last = "";
    for (int i = 0; i < TICKS; i++) {
      long time = incident.firstSeen() + range / (TICKS - 1) * i;
      String moment = Wording.moment(time);
      String text = days ? moment.substring(5, 16) : moment.substring(11);
      if (!text.equals(last)) {
        svg.text("text", text, "class", "axis middle", "x", x(time), "y", y + 16);
      }
      last = text;
    }
  }

  private record Spot(double x, double y) {}

  /// Each dot stands where its step began, or right of the one before it in its row; a line leads
  /// from one to the next, below the dots.
  private void dots() {
    double[] free = new double[Stage.values().length];
    Arrays.fill(free, LEFT);
    List<Spot> spots = new ArrayList<>();
    for (Step step : steps) {
      int row = step.stage().ordinal();
      double x = Math.min(WIDTH - DOT, Math.max(x(step.firstSeen()), free[row]));
      free[row] = x + 2 * DOT + 3;
      spots.add(new Spot(x, y(step.stage())));
    }
    for (int i = 1; i < spots.size(); i++) {
      Spot from = spots.get(i - 1);
      Spot to = spots.get(i);
      svg.empty(
          "line", "class", "path", "x1", from.x(), "y1", from.y(), "x2", to.x(), "y2", to.y());
    }
    for (int i = 0; i < spots.size(); i++) {
      dot(i + 1, steps.get(i), spots.get(i).x(), spots.get(i).y());
    }
  }

  private void dot(int number, Step step, double x, double y) {
    double end = Math.min(WIDTH, x(step.lastSeen()));
    if (end > x + DOT) {
      svg.empty(
          "line",
          "class",
          "lasts " + step.severity().label(),
          "x1",
          x,
          "y1",
          y,
          "x2",
          end,
          "y2",
          y);
    }
    svg.open("a", "href", "#" + step.alerts().getFirst());
    svg.open("circle", "class", "step " + step.severity().label(), "cx", x, "cy", y, "r", DOT);
    svg.text("title", step.detector().technique().id() + " " + step.sentence()).close("circle");
    svg.text("text", Integer.toString(number), "class", "number", "x", x, "y", y + 4);
    svg.close("a");
  }
}
