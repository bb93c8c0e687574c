package io.aegispcap.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrafficTableTests {
  @Test
  void keepsTheHeaviestWhoeverElsePassesBy() {
    TrafficTable table = new TrafficTable();
    table.of(1, 1, 0, 0).bytesOut = 1_000_000;
    for (int host = 0; host < 3 * TrafficTable.MAX; host++) {
      table.of(2, host, 0, 0).bytesOut += 40;
    }

    assertThat(table.size()).isLessThanOrEqualTo(TrafficTable.MAX);
    assertThat(table.dropped()).isPositive();
    assertThat(table.of(1, 1, 0, 0).bytes()).isEqualTo(1_000_000);
    assertThat(table.heaviestFirst(1, _ -> false)).first().returns(1L, entry -> entry.high);
  }

  @Test
  void listsTheHeaviestAndWhatElseIsWanted() {
    TrafficTable table = new TrafficTable();
    for (int host = 1; host <= 100; host++) {
      table.of(0, host, 0, 0).bytesOut = 1000L - host;
    }

    assertThat(table.heaviestFirst(3, entry -> entry.low == 50))
        .extracting(entry -> entry.low)
        .containsExactly(1L, 2L, 3L, 50L);
    assertThat(table.heaviestFirst(200, _ -> false)).hasSize(100);
  }

  @Test
  void keepsPairsApart() {
    TrafficTable table = new TrafficTable();
    table.of(0, 1, 0, 2).opened = 5;

    assertThat(table.of(0, 2, 0, 1).opened).isZero();
    assertThat(table.of(0, 1, 0, 2).opened).isEqualTo(5);
  }
}
