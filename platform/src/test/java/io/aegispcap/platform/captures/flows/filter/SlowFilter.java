package io.aegispcap.platform.captures.flows.filter;

import io.aegispcap.analysis.flow.TransportNames;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.platform.captures.flows.filter.Field.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Says of one flow at a time whether a filter lets it through, without any SQL.
///
/// @param cells of a row, by the names of their columns; empty ones are absent
record SlowFilter(Map<String, String> cells) {

  boolean lets(Filter filter) {
    return switch (filter) {
      case Filter.Everything() -> true;
      case Filter.And(Filter left, Filter right) -> lets(left) && lets(right);
      case Filter.Or(Filter left, Filter right) -> lets(left) || lets(right);
      case Filter.Not(Filter inner) -> !lets(inner);
      case Filter.Test test -> {
        boolean any = values(test.field()).stream().anyMatch(value -> matches(test, value));
        yield (test.operator() == Operator.NOT_EQUAL) != any;
      }
    };
  }

  private List<String> values(Field field) {
    return switch (field.name()) {
      case "host" -> List.of(cells.get("source_ip"), cells.get("destination_ip"));
      case "port" -> List.of(cells.get("source_port"), cells.get("destination_port"));
      case "transport" -> List.of(transport());
      case "proto" -> {
        List<String> both = new ArrayList<>(cell("application"));
        both.add(transport());
        yield both;
      }
      case "bytes" -> sum("fwd_ip_bytes", "bwd_ip_bytes");
      case "packets" -> sum("tot_fwd_pkts", "tot_bwd_pkts");
      case "duration" ->
          List.of(
              new BigDecimal(cells.get("end")).subtract(new BigDecimal(cells.get("start"))) + "");
      case "start" -> cell("start");
      case "end" -> cell("end");
      default -> named(field);
    };
  }

  private String transport() {
    return TransportNames.of(Integer.parseInt(cells.get("iana_number")));
  }

  private List<String> sum(String one, String other) {
    return List.of(new BigDecimal(cells.get(one)).add(new BigDecimal(cells.get(other))) + "");
  }

  private List<String> named(Field field) {
    List<String> values = new ArrayList<>();
    for (Source source : field.sources()) {
      switch (source) {
        case Source.Column column ->
            cell(column.sql())
                .forEach(
                    cell ->
                        values.add(
                            column.perBase() == 1
                                ? cell
                                : new BigDecimal(cell).multiply(new BigDecimal(1000)) + ""));
        case Source.Fact fact -> values.addAll(facts(fact.member()));
      }
    }
    return values;
  }

  private List<String> cell(String column) {
    return cells.containsKey(column) ? List.of(cells.get(column)) : List.of();
  }

  private List<String> facts(String member) {
    List<String> values = new ArrayList<>();
    for (JsonNode fact : JsonMapper.shared().readTree(cells.getOrDefault("facts", "[]"))) {
      JsonNode value = fact.path(member);
      if (value.isArray()) {
        value.forEach(part -> values.add(part.asString()));
      } else if (!value.isMissingNode()) {
        values.add(value.asString());
      }
    }
    return values;
  }

  private static boolean matches(Filter.Test test, String value) {
    return test.operands().stream().anyMatch(operand -> matches(test, value, operand));
  }

  private static boolean matches(Filter.Test test, String value, Operand operand) {
    return switch (operand) {
      case Operand.Network network -> within(IpAddress.parse(value), network);
      case Operand.Quantity(BigDecimal other) ->
          compare(test.operator(), new BigDecimal(value).compareTo(other));
      case Operand.Range(Operand.Quantity from, Operand.Quantity to) ->
          new BigDecimal(value).compareTo(from.value()) >= 0
              && new BigDecimal(value).compareTo(to.value()) <= 0;
      case Operand.Text(String text) -> text(test, value, text);
    };
  }

  /// Bit by bit.
  private static boolean within(IpAddress address, Operand.Network network) {
    byte[] one = address.bytes();
    byte[] other = network.address().bytes();
    if (one.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < network.prefix(); bit++) {
      if (((one[bit / 8] ^ other[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean compare(Operator operator, int order) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, IN -> order == 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case MORE -> order > 0;
      case AT_LEAST -> order >= 0;
      case CONTAINS, MATCHES -> throw new AssertionError();
    };
  }

  private static boolean text(Filter.Test test, String value, String text) {
    boolean exact = test.field().kind() == Kind.KEY;
    String one = exact ? value : value.toLowerCase(Locale.ROOT);
    String other = exact ? text : text.toLowerCase(Locale.ROOT);
    return switch (test.operator()) {
      case EQUAL, NOT_EQUAL, IN -> one.equals(other);
      case CONTAINS -> one.contains(other);
      case MATCHES ->
          Pattern.compile(text, exact ? 0 : Pattern.CASE_INSENSITIVE).matcher(value).find();
      case LESS, AT_MOST, MORE, AT_LEAST -> throw new AssertionError();
    };
  }
}
