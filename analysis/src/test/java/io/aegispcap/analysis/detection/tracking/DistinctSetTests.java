package io.aegispcap.analysis.detection.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class DistinctSetTests {

  @Test
  void countsLikeAnOrdinarySet() {
    qt().withExamples(200)
        .forAll(lists().of(longs().between(-50, 50)).ofSizeBetween(0, 400))
        .checkAssert(
            values -> {
              DistinctSet set = new DistinctSet(1_000);
              values.forEach(set::add);
              assertThat(set.size()).isEqualTo(new HashSet<>(values).size());
              assertThat(values).allMatch(set::contains);
              assertThat(set.contains(51)).isFalse();
            });
  }

  @Test
  void takesNoMoreThanItsBound() {
    DistinctSet set = new DistinctSet(3);
    for (long value = 0; value < 10; value++) {
      assertThat(set.add(value)).isEqualTo(value < 3);
    }
    assertThat(set.size()).isEqualTo(3);
    assertThat(set.full()).isTrue();
    set.clear();
    assertThat(set.add(7)).isTrue();
  }

  @Test
  void saysThatThereMayBeMore() {
    DistinctSet set = new DistinctSet(2);
    set.add(1);
    assertThat(set.counted()).isEqualTo("1");
    set.add(2);
    assertThat(set.counted()).isEqualTo("2 or more");
  }
}
