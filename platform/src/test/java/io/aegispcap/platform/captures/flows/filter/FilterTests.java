package io.aegispcap.platform.captures.flows.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host == 10.0.0.5 and proto == dns|host == 10.0.0.5 and proto == dns",
        "HOST==10.0.0.5 && !proto==dns|host == 10.0.0.5 and not proto == dns",
        "source.ip in 10.0.0.0/8|src in 10.0.0.0/8",
        "host in 10.1.2.3/8|host in 10.0.0.0/8",
        "host in (fe80::1, 2001:DB8::/32)|host in (fe80::1, 2001:db8::/32)",
        "bytes > 10MB or duration >= 1.5s|bytes > 10MB or duration >= 1500ms",
        "bytes > 1MiB|bytes > 1048576B",
        "duration > 90m|duration > 90m",
        "port in (53, 8000..8100)|port in (53, 8000..8100)",
        "start >= 2026-11-28T05:00:00Z|start >= 2026-11-28T05:00:00Z",
        "start >= 2026-11-28|start >= 2026-11-28T00:00:00Z",
        "start >= '2026-11-28 05:00'|start >= 2026-11-28T05:00:00Z",
        "start >= 2026-11-28T07:00+02:00|start >= 2026-11-28T05:00:00Z",
        "name contains example.com|name contains example.com",
        "sni matches \"^www\\d+\"|sni matches ^www\\d+",
        "name == 'two words'|name == \"two words\"",
        "name == \"and\"|name == \"and\"",
        "(src == 1.2.3.4 or dst == 1.2.3.4) and state == s0|(src == 1.2.3.4 or dst == 1.2.3.4) and state == s0",
        "flow_iat_mean < 5ms|flow_iat_mean < 5ms",
      })
  void readsWhatPeopleWrite(String written, String canonical) {
    assertThat(Filter.parse(written).text()).isEqualTo(canonical);
  }

  @Test
  void emptyTextLetsEverythingThrough() {
    assertThat(Filter.parse(" ")).isEqualTo(new Filter.Everything());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hsot == 10.0.0.5|0|4|did you mean host?",
        "10.0.0.5|0|8|did you mean host == 10.0.0.5?",
        "host = 10.0.0.5|5|1|expected \"==\", \"!=\" or \"in\"",
        "host == 10.0.0.500|8|10|expected an address such as 10.0.0.5",
        "host in 10.0.0.0/33|8|11|or a network such as 10.0.0.0/8",
        "host < 10.0.0.5|5|1|expected \"==\", \"!=\" or \"in\"",
        "port == 70000|8|5|a port from 0 to 65535",
        "bytes > lots|8|4|expected a size",
        "duration > 5|11|1|a duration such as 5s",
        "host == 10.0.0.5 and|20|0|the filter ends here; expected a field",
        "host ==|7|0|the filter ends here",
        "(host == 10.0.0.5|17|0|expected \"and\", \"or\" or \")\"",
        "host == 10.0.0.5 port == 53|17|4|found port; expected \"and\", \"or\" or the end",
        "name == \"open|8|5|a text begins here and does not end",
        "proto == dns § proto == http|13|1|which means nothing here",
        "name matches \"a(?=b)\"|13|8|RE2",
        "name matches \"a(b\"|13|5|can't be read",
        "port in (1, 2|13|0|expected \",\" or \")\"",
        "port in 9..1|8|4|a port",
      })
  void saysWhereItStopsUnderstanding(String written, int at, int length, String why) {
    FilterException refused =
        catchThrowableOfType(FilterException.class, () -> Filter.parse(written));
    assertThat(refused).hasMessageContaining("At character " + (at + 1) + ":");
    assertThat(refused).hasMessageContaining(why);
    assertThat(refused.at()).isEqualTo(at);
    assertThat(refused.length()).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(ints = {51, 5_000, 100_000})
  void refusesWhatIsTooDeepOrTooLong(int depth) {
    String deep = "(".repeat(depth) + "port == 1" + ")".repeat(depth);
    assertThatThrownBy(() -> Filter.parse(deep)).isInstanceOf(FilterException.class);
    assertThatThrownBy(() -> Filter.parse("not ".repeat(depth) + "port == 1"))
        .isInstanceOf(FilterException.class);
    assertThatThrownBy(() -> Filter.parse("port == 1" + " or port == 1".repeat(depth * 4)))
        .isInstanceOf(FilterException.class);
  }

  @Test
  void takesNoControlCharacters() {
    assertThatThrownBy(() -> Filter.parse("name == \"a\u0000b\""))
        .isInstanceOf(FilterException.class)
        .hasMessageContaining("control character");
  }

  @Test
  void writesNothingOfUsersIntoSql() {
    SqlPredicate predicate =
        SqlPredicate.of(Filter.parse("name == \"x' or 1=1 --\" and sni matches \"y'\""));
    assertThat(predicate.sql()).doesNotContain("1=1").doesNotContain("y'");
    assertThat(predicate.parameters()).contains("x' or 1=1 --", "y'");
  }
}
