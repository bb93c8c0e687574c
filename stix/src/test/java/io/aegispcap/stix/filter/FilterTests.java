package io.aegispcap.stix.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTests {

  private static final String OBJECT =
      """
      {"type":"tool","id":"tool--1","spec_version":"2.1","created":"2020-01-01T00:00:00.000Z","modified":"2020-06-01T00:00:00.000Z",
       "name":"nmap","confidence":70,"revoked":false,"labels":["scan","net"],
       "external_references":[{"source_name":"a","external_id":"1"},{"source_name":"b"}],"x_map":{"k":"v"}}""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "type ~ = ~ \"tool\" ~ true",
        "type ~ != ~ \"tool\" ~ false",
        "type ~ in ~ [\"malware\",\"tool\"] ~ true",
        "name ~ > ~ \"nl\" ~ true",
        "confidence ~ >= ~ 70.0 ~ true",
        "confidence ~ < ~ 70 ~ false",
        "confidence ~ = ~ \"70\" ~ false",
        "revoked ~ = ~ false ~ true",
        "created ~ = ~ \"2020-01-01T00:00:00Z\" ~ true",
        "created ~ < ~ \"2020-01-01T00:00:00.0001Z\" ~ true",
        "labels ~ contains ~ \"scan\" ~ true",
        "labels ~ = ~ \"scan\" ~ true",
        "labels ~ contains ~ \"sc\" ~ true",
        "name ~ contains ~ \"map\" ~ true",
        "x_map ~ contains ~ \"k\" ~ true",
        "external_references.source_name ~ = ~ \"b\" ~ true",
        "external_references.external_id ~ = ~ \"2\" ~ false",
        "x_map.k ~ = ~ \"v\" ~ true",
        "absent ~ = ~ \"x\" ~ false",
        "absent ~ != ~ \"x\" ~ false",
      })
  void compareByPath(String path, String operator, String value, boolean passes) throws Exception {
    Filter filter = new Filter(path, FilterOperator.of(operator), JsonReader.parse(value));
    assertThat(filter.test(JsonReader.parseObject(OBJECT))).isEqualTo(passes);
  }

  @Test
  void refuseWhatTheyCannotAsk() {
    assertThatThrownBy(() -> FilterOperator.of("~")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Filter.of("a", FilterOperator.IN, "b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TaxiiFilter(Set.of(), Set.of(), Set.of(), Set.of("newest")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void matchAsTaxiiDoes() throws Exception {
    List<JsonObject> all =
        ((JsonArray)
                JsonReader.parse(
                    """
                    [{"type":"tool","id":"tool--1","spec_version":"2.1","modified":"2020-01-02T00:00:00.000Z"},
                     {"type":"tool","id":"tool--1","spec_version":"2.1","modified":"2020-01-01T00:00:00.000Z"},
                     {"type":"tool","id":"tool--1","spec_version":"2.1","modified":"2020-01-03T00:00:00.000Z"},
                     {"type":"malware","id":"malware--1","modified":"2020-01-01T00:00:00.000Z"},
                     {"type":"url","id":"url--1","spec_version":"2.1"}]"""))
            .objects()
            .toList();
    assertThat(TaxiiFilter.ALL.apply(all)).containsExactly(all.get(2), all.get(3), all.get(4));
    assertThat(filtered(all, Set.of("tool"), Set.of(), Set.of("first", "last")))
        .containsExactly(all.get(1), all.get(2));
    assertThat(filtered(all, Set.of("tool"), Set.of(), Set.of("all")))
        .containsExactly(all.get(1), all.get(0), all.get(2));
    assertThat(filtered(all, Set.of(), Set.of(), Set.of("2020-01-02T00:00:00Z")))
        .containsExactly(all.get(0));
    assertThat(filtered(all, Set.of(), Set.of("2.0"), Set.of())).containsExactly(all.get(3));
    assertThat(
            new TaxiiFilter(Set.of("url--1", "malware--1"), Set.of(), Set.of(), Set.of())
                .apply(all))
        .containsExactly(all.get(3), all.get(4));
  }

  private static List<JsonObject> filtered(
      List<JsonObject> all, Set<String> types, Set<String> specs, Set<String> versions) {
    return new TaxiiFilter(Set.of(), types, specs, versions).apply(all);
  }
}
