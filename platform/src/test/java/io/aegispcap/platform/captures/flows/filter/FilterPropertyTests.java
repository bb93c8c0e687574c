package io.aegispcap.platform.captures.flows.filter;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("property")
class FilterPropertyTests {
  private static final Filters FILTERS =
      new Filters(
          new Filters.Values() {
            @Override
            public List<String> addresses() {
              return List.of("10.0.0.5", "192.0.2.1", "fe80::1", "2001:db8:1:2:3:4:5:6", "::");
            }

            @Override
            public List<String> texts() {
              return List.of("dns", "www.example.com", "1:LQU9qZlK+B5F3KDmev6m5PMibrg=", "not");
            }

            @Override
            public List<Long> times() {
              return List.of(0L, 1_764_300_000_000_000_000L, 1_764_300_000_123_456_789L);
            }
          });

  @Test
  void whatIsWrittenIsReadBackAsItWas() {
    qt().withExamples(2_000)
        .forAll(FILTERS.all())
        .check(filter -> Filter.parse(filter.text()).equals(filter));
  }

  @Test
  void anyTextIsReadOrRefusedAtAPlaceInIt() {
    qt().withExamples(2_000)
        .forAll(strings().allPossible().ofLengthBetween(0, 60))
        .check(FilterPropertyTests::readOrRefused);
  }

  @Test
  void anyCutOfAFilterIsReadOrRefusedAndCompleted() {
    qt().withExamples(1_000)
        .forAll(FILTERS.all())
        .check(
            filter -> {
              String text = filter.text();
              String cut = text.substring(0, text.length() / 2);
              Completion.at(text, text.length() / 2);
              return readOrRefused(cut);
            });
  }

  private static boolean readOrRefused(String text) {
    try {
      return Filter.parse(Filter.parse(text).text()).equals(Filter.parse(text));
    } catch (FilterException refused) {
      return refused.at() >= 0 && refused.at() + refused.length() <= text.length();
    }
  }
}
