package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.captures.flows.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/// The time line as it is drawn: bars that are links, and the same as data for the script that
/// draws it better.
public record TimelineFigure(FilterBar bar, Timeline timeline) {
  static final int WIDTH = 960;
  static final int HEIGHT = 140;

  /// One bar, or a piece of it.
  ///
  /// @param series place of its protocol
  public record Piece(int series, String x, String y, String width, String height) {}

  /// One slot.
  ///
  /// @param href the page with what goes on then
  /// @param label for people who can't see it
  public record Slot(String href, String label, String x, String width, List<Piece> pieces) {
    public Slot {
      pieces = List.copyOf(pieces);
    }
  }

  public int width() {
    return WIDTH;
  }

  public int height() {
    return HEIGHT;
  }

  public List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    long peak = timeline.peak();
    double step = (double) WIDTH / timeline.axis().slots();
    for (int slot = 0; slot < timeline.axis().slots(); slot++) {
      if (timeline.bytes(slot) > 0 || timeline.flows(slot) > 0) {
        slots.add(slot(slot, step, peak));
      }
    }
    return slots;
  }

  private Slot slot(int slot, double step, long peak) {
    List<Piece> pieces = new ArrayList<>();
    double top = HEIGHT;
    for (int i = 0; i < timeline.series().size(); i++) {
      double high =
          (double) timeline.series().get(i).bytes().get(slot) * HEIGHT / Math.max(1, peak);
      if (high > 0) {
        top -= high;
        pieces.add(
            new Piece(i, text(slot * step), text(top), text(Math.max(1, step - 1)), text(high)));
      }
    }
    return new Slot(
        bar.during(timeline.axis().at(slot), timeline.axis().at(slot + 1)),
        Amounts.clock(timeline.axis().at(slot))
            + ": "
            + Amounts.bytes(timeline.bytes(slot))
            + ", "
            + Amounts.count(timeline.flows(slot))
            + " new flows",
        text(slot * step),
        text(step),
        pieces);
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private record Data(
      long start, double step, String path, String timeless, List<Timeline.Series> series) {}

  /// For the script: times in milliseconds since 1970.
  public String json() {
    return JsonMapper.shared()
        .writeValueAsString(
            new Data(
                timeline.axis().at(0).toEpochMilli(),
                timeline.axis().width() / 1e6,
                bar.path(),
                bar.timelessText(),
                timeline.series()));
  }
}
