package io.aegispcap.analysis.detection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WordIndexTests {
  @Test
  void tellsGroupsOfWhichAWordIsThere() {
    WordIndex index =
        new WordIndex(List.of(List.of("union"), List.of("or ", "and "), List.of("nio"), List.of()));

    assertThat(index.in("1 union all")).isEqualTo(0b101);
    assertThat(index.in("this and that")).isEqualTo(0b010);
    assertThat(index.in("unio")).isEqualTo(0b100);
    assertThat(index.in("\u20ac un ion")).isZero();
    assertThat(index.in("")).isZero();
  }

  @Test
  @Tag("property")
  void saysTheSameAsALookForEachWord() {
    qt().withExamples(500)
        .forAll(
            lists()
                .of(
                    lists()
                        .of(strings().betweenCodePoints('a', 'c').ofLengthBetween(1, 5))
                        .ofSizeBetween(0, 4))
                .ofSizeBetween(0, 64),
            strings().betweenCodePoints('a', 'd').ofLengthBetween(0, 60))
        .checkAssert(
            (words, text) -> {
              long found = new WordIndex(words).in(text);
              for (int group = 0; group < words.size(); group++) {
                assertThat((found >>> group & 1) == 1)
                    .as("group %d", group)
                    .isEqualTo(words.get(group).stream().anyMatch(text::contains));
              }
            });
  }

  @Test
  void refusesMoreGroupsThanBits() {
    assertThatThrownBy(() -> new WordIndex(Collections.nCopies(65, List.of("a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65");
  }
}
