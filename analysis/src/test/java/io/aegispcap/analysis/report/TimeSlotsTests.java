package io.aegispcap.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TimeSlotsTests {
  private static TimeSlots slots(List<Long> times) {
    TimeSlots slots = new TimeSlots();
    times.forEach(time -> slots.add(time, 3));
    return slots;
  }

  @Tag("property")
  @Test
  void countsEveryEventInTheSlotOfItsTime() {
    qt().withExamples(300)
        .forAll(
            lists()
                .of(longs().between(-1_000_000_000_000L, 4_000_000_000_000_000_000L))
                .ofSizeBetween(1, 60))
        .checkAssert(
            times -> {
              TimeSlots slots = slots(times);
              assertThat(slots.used()).isBetween(1, 4096);
              for (long time : times) {
                long slot = time >> slots.shift();
                long expected =
                    times.stream().filter(other -> other >> slots.shift() == slot).count();
                assertThat(slots.count(slot)).isEqualTo(expected);
                assertThat(slots.sum(slot)).isEqualTo(3 * expected);
              }
            });
  }

  @Tag("property")
  @Test
  void splitsATimelineIntoAtMost120BucketsWithoutLoss() {
    qt().withExamples(300)
        .forAll(lists().of(longs().between(0, 4_000_000_000_000_000_000L)).ofSizeBetween(1, 60))
        .checkAssert(
            times -> {
              Timeline timeline = Timeline.of(slots(times), slots(times), List.of());
              assertThat(timeline.buckets()).hasSizeBetween(1, Timeline.MAX_BUCKETS);
              assertThat(timeline.buckets().stream().mapToLong(Timeline.Bucket::packets).sum())
                  .isEqualTo(times.size());
              assertThat(timeline.buckets().stream().mapToLong(Timeline.Bucket::flows).sum())
                  .isEqualTo(times.size());
            });
  }
}
