package io.aegispcap.platform.alerts.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.State;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterReaderTests {
  private static final PersonId ADA = new PersonId(UUID.randomUUID());

  private final FilterReader reader =
      new FilterReader(
          handle -> handle.equals("ada") ? Optional.of(ADA) : Optional.empty(), Optional.of(ADA));

  @Test
  void readsTermsWithKeysAndWords() {
    Filter filter =
        read("is:escalated severity:>=high -host:10.0.0.5 assignee:me sort:newest tunnel");
    assertThat(filter.terms())
        .containsExactly(
            new Term.Is(Set.of(State.ESCALATED)),
            new Term.Severe(EnumSet.of(Severity.HIGH, Severity.CRITICAL)),
            new Term.Not(new Term.Host("10.0.0.5")),
            new Term.Assigned(Optional.of(ADA)),
            new Term.Word("tunnel"));
    assertThat(filter.order()).isEqualTo(Filter.Order.NEWEST);
  }

  @Test
  void readsValuesInQuotesAndDays() {
    assertThat(read("capture:\"the long night\" since:2026-11-22 assignee:@ada").terms())
        .containsExactly(
            new Term.InCapture("the long night"),
            new Term.Since(Instant.parse("2026-11-22T00:00:00Z")),
            new Term.Assigned(Optional.of(ADA)));
  }

  @Test
  void meansWhatIsToBeDoneWhereItNamesNoState() {
    assertThat(read("severity:low").states()).isEqualTo(Filter.ACTIVE);
    assertThat(read("is:any").states()).isEqualTo(EnumSet.allOf(State.class));
  }

  @ParameterizedTest
  @CsvSource({
    "host:10.0.0.5 severity:terrible, 14, Severities are",
    "is:broken, 0, Choose is:open",
    "nonsense:1, 0, There is no nonsense:",
    "tunnel assignee:nobody-here, 7, Nobody here is called",
    "since:yesterday, 0, Write a day",
    "host:, 0, Something is missing",
    "sort:colour, 0, Sort by"
  })
  void saysWhereAndWhyItDoesNotUnderstand(String text, int at, String why) {
    assertThat(reader.read(text))
        .isInstanceOfSatisfying(
            FilterReading.Misunderstood.class,
            wrong -> {
              assertThat(wrong.at()).isEqualTo(at);
              assertThat(wrong.why()).startsWith(why);
            });
  }

  @Test
  @Tag("property")
  void answersAnyTextWithoutFailing() {
    qt().withExamples(1000)
        .forAll(strings().allPossible().ofLengthBetween(0, 80))
        .check(text -> reader.read(text) != null);
  }

  private Filter read(String text) {
    return ((FilterReading.Understood) reader.read(text)).filter();
  }
}
