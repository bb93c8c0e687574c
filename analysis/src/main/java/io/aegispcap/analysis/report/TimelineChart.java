package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.Alert;
import java.util.List;

/// The timeline as SVG: bytes over time, and under them when alerts were going on.
final class TimelineChart {
  private static final double WIDTH = 1080;
  private static final double LEFT = 64;
  private static final double RIGHT = 12;
  private static final double TOP = 12;
  private static final double BARS = 150;
  private static final double LANE = 22;
  private static final int MAX_LANES = 10;
  private static final int TICKS = 6;

  /// Mean width of a letter, on the safe side.
  private static final double LETTER = 6.6;

  private final RunSummary summary;
  private final Timeline timeline;
  private final List<Alert> lanes;
  private final Markup svg = new Markup();

  TimelineChart(RunSummary summary) {
    this.summary = summary;
    timeline = summary.timeline();
    lanes = summary.alerts().stream().limit(MAX_LANES).toList();
  }

  /// Empty without packets.
  String svg() {
    if (timeline.buckets().isEmpty()) {
      return "";
    }
    double height = TOP + BARS + 26 + lanes.size() * LANE + 6;
    svg.open(
        "svg",
        "class",
        "chart timeline",
        "viewBox",
        "0 0 " + (int) WIDTH + " " + (int) height,
        "role",
        "img",
        "aria-labelledby",
        "timeline-title timeline-desc");
    svg.text("title", "Traffic over time", "id", "timeline-title");
    svg.text("desc", description(), "id", "timeline-desc");
    scale();
    bars();
    ticks(height);
    for (int i = 0; i < lanes.size(); i++) {
      lane(lanes.get(i), TOP + BARS + 28 + i * LANE);
    }
    return svg.close("svg").toString();
  }

  private String description() {
    return Wording.bytes(summary.wireBytes())
        + " in "
        + Wording.count(summary.counts().packets(), "packet")
        + " from "
        + Wording.span(summary.first(), summary.last())
        + " UTC; the busiest "
        + Wording.duration(timeline.bucketNanos())
        + " carried "
        + Wording.bytes(peak())
        + ". Below, when each alert was going on.";
  }

  private long peak() {
    return timeline.buckets().stream().mapToLong(Timeline.Bucket::bytes).max().orElse(0);
  }

  private double step() {
    return (WIDTH - LEFT - RIGHT) / timeline.buckets().size();
  }

  private double x(long time) {
    double end = (double) timeline.bucketNanos() * timeline.buckets().size();
    return LEFT + (WIDTH - LEFT - RIGHT) * Math.clamp((time - timeline.start()) / end, 0, 1);
  }

  private void scale() {
    for (int quarter = 0; quarter <= 2; quarter++) {
      double y = TOP + BARS * (1 - quarter / 2.0);
      svg.empty("line", "class", "grid", "x1", LEFT, "x2", WIDTH - RIGHT, "y1", y, "y2", y);
      svg.text(
          "text",
          Wording.bytes(peak() * quarter / 2),
          "class",
          "axis end",
          "x",
          LEFT - 8,
          "y",
          y + 4);
    }
  }

  private void bars() {
    double peak = Math.max(1, peak());
    double width = Math.max(step() - 1, 1);
    for (int i = 0; i < timeline.buckets().size(); i++) {
      Timeline.Bucket bucket = timeline.buckets().get(i);
      if (bucket.packets() > 0) {
        double high = Math.max(1.5, BARS * bucket.bytes() / peak);
        svg.open(
            "rect",
            "class",
            "bar",
            "x",
            LEFT + i * step(),
            "y",
            TOP + BARS - high,
            "width",
            width,
            "height",
            high,
            "rx",
            Math.min(1.5, width / 2));
        svg.text("title", tip(i, bucket)).close("rect");
      }
    }
  }

  private String tip(int index, Timeline.Bucket bucket) {
    return Wording.moment(timeline.start() + index * timeline.bucketNanos())
        + " UTC, "
        + Wording.duration(timeline.bucketNanos())
        + ": "
        + Wording.bytes(bucket.bytes())
        + ", "
        + Wording.count(bucket.packets(), "packet")
        + ", "
        + Wording.count(bucket.flows(), "new flow");
  }

  private void ticks(double height) {
    long range = timeline.bucketNanos() * timeline.buckets().size();
    boolean days = range > 86_400_000_000_000L;
    for (int i = 0; i < TICKS; i++) {
      long time = timeline.start() + range / (TICKS - 1) * i;
      double x = x(time);
      String anchor = i == 0 ? "axis" : i == TICKS - 1 ? "axis end" : "axis middle";
      String moment = Wording.moment(time);
      svg.empty("line", "class", "grid", "x1", x, "x2", x, "y1", TOP + BARS, "y2", height);
      svg.text(
          "text",
          days ? moment.substring(5, 16) : moment.substring(11),
          "class",
          anchor,
          "x",
          x,
          "y",
          TOP + BARS + 17);
    }
  }

  private void lane(Alert alert, double y) {
    double from = x(alert.firstSeen());
    double wide = Math.max(6, x(alert.lastSeen()) - from);
    from = Math.min(from, WIDTH - RIGHT - wide);
    svg.open("a", "href", "#" + alert.id());
    svg.open(
        "rect",
        "class",
        "span " + alert.severity().label(),
        "x",
        from,
        "y",
        y,
        "width",
        wide,
        "height",
        LANE - 8,
        "rx",
        3);
    svg.text("title", alert.sentences().getFirst()).close("rect");
    label(alert.detector().name() + " · " + Wording.who(alert), from, wide, y + 11);
    svg.close("a");
  }

  /// In the span where it fits, else behind it, else before it.
  private void label(String text, double from, double wide, double y) {
    double needed = text.length() * LETTER;
    if (needed < wide - 12) {
      svg.text("text", text, "class", "lane on", "x", from + 7, "y", y);
    } else if (from + wide + needed < WIDTH) {
      svg.text("text", text, "class", "lane", "x", from + wide + 6, "y", y);
    } else {
      svg.text("text", text, "class", "lane end", "x", from - 6, "y", y);
    }
  }
}
