package io.aegispcap.analysis.detection.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrackMapTests {
  private static final class Counter {
    final long name;
    int count;

    Counter(long name) {
      this.name = name;
    }
  }

  private static TrackMap<Counter> map(int capacity, List<Counter> givenUp) {
    return new TrackMap<>(capacity, (a, b, c, d, e) -> new Counter(a), givenUp::add);
  }

  @Test
  void countsLikeAnOrdinaryMap() {
    qt().withExamples(200)
        .forAll(lists().of(integers().between(-300, 300)).ofSizeBetween(0, 1_000))
        .checkAssert(
            names -> {
              TrackMap<Counter> map = map(1_000, new ArrayList<>());
              Map<Long, Integer> expected = new HashMap<>();
              for (int name : names) {
                map.at(name, 0, 0).count++;
                expected.merge((long) name, 1, Integer::sum);
              }
              Map<Long, Integer> actual = new HashMap<>();
              map.forEach(counter -> actual.put(counter.name, counter.count));
              assertThat(actual).isEqualTo(expected);
              assertThat(map.size()).isEqualTo(expected.size());
            });
  }

  @Test
  void holdsNoMoreThanItMayAndLosesNothingUnheard() {
    qt().withExamples(200)
        .forAll(
            integers().between(4, 64),
            lists().of(integers().between(0, 500)).ofSizeBetween(0, 1_000))
        .checkAssert(
            (capacity, names) -> {
              List<Counter> givenUp = new ArrayList<>();
              TrackMap<Counter> map = map(capacity, givenUp);
              long time = 0;
              for (int name : names) {
                map.at(name, 0, time++).count++;
                assertThat(map.size()).isLessThanOrEqualTo(capacity);
              }
              map.forEach(givenUp::add);
              assertThat(givenUp.stream().mapToInt(counter -> counter.count).sum())
                  .isEqualTo(names.size());
            });
  }

  @Test
  void givesUpWhatWasIdleLongest() {
    List<Counter> givenUp = new ArrayList<>();
    TrackMap<Counter> map = map(8, givenUp);
    for (int name = 0; name < 8; name++) {
      map.at(name, 0, name);
    }
    map.at(0, 0, 100);
    map.at(99, 0, 101);
    assertThat(givenUp).extracting(counter -> counter.name).containsExactlyInAnyOrder(1L, 2L);
    assertThat(map.has(0, 0, 0, 0, 0)).isTrue();
    assertThat(map.evictions()).isEqualTo(2);
  }

  @Test
  void tellsKeysApartThatDifferInOnePart() {
    TrackMap<Counter> map = map(100, new ArrayList<>());
    map.at(1, 2, 3, 4, 5, 0);
    assertThat(map.has(1, 2, 3, 4, 5)).isTrue();
    assertThat(map.has(9, 2, 3, 4, 5)).isFalse();
    assertThat(map.has(1, 9, 3, 4, 5)).isFalse();
    assertThat(map.has(1, 2, 9, 4, 5)).isFalse();
    assertThat(map.has(1, 2, 3, 9, 5)).isFalse();
    assertThat(map.has(1, 2, 3, 4, 9)).isFalse();
  }
}
