package io.aegispcap.platform.captures.flows.filter;

import io.aegispcap.capture.packet.IpAddress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;
import org.quicktheories.impl.Constraint;

/// Makes filters of all shapes, with values that flows may have.
///
/// @param values to compare with, by kind; what a kind lacks is made up
record Filters(Values values) {
  private static final String LETTERS = "abcXYZ019 .-_\\\"'%(é/:*+=<>&,ß";

  /// Values that the flows at hand have.
  interface Values {
    List<String> addresses();

    List<String> texts();

    List<Long> times();
  }

  Gen<Filter> all() {
    return random -> filter(random, 3);
  }

  private Filter filter(RandomnessSource random, int depth) {
    return switch (depth == 0 ? 0 : number(random, 0, 5)) {
      case 1 -> new Filter.And(filter(random, depth - 1), filter(random, depth - 1));
      case 2 -> new Filter.Or(filter(random, depth - 1), filter(random, depth - 1));
      case 3 -> new Filter.Not(filter(random, depth - 1));
      default -> test(random);
    };
  }

  private Filter test(RandomnessSource random) {
    boolean common = number(random, 0, 9) > 0;
    Field field = one(random, common ? Fields.common() : Fields.all());
    Operator operator = one(random, field.kind().operators());
    List<Operand> operands = new ArrayList<>();
    int count = operator == Operator.IN ? number(random, 1, 3) : 1;
    for (int i = 0; i < count; i++) {
      operands.add(operand(random, field.kind(), operator));
    }
    return new Filter.Test(field, operator, operands);
  }

  private Operand operand(RandomnessSource random, Kind kind, Operator operator) {
    return switch (kind) {
      case ADDRESS -> network(random);
      case TEXT, NOTE, KEY ->
          new Operand.Text(operator == Operator.MATCHES ? pattern(random) : text(random));
      case PORT, NUMBER, SIZE, DURATION, TIME -> {
        Operand.Quantity from = quantity(random, kind);
        if (operator != Operator.IN || number(random, 0, 1) == 0) {
          yield from;
        }
        Operand.Quantity to = quantity(random, kind);
        yield from.value().compareTo(to.value()) <= 0
            ? new Operand.Range(from, to)
            : new Operand.Range(to, from);
      }
    };
  }

  private Operand network(RandomnessSource random) {
    IpAddress address =
        number(random, 0, 4) == 0
            ? new IpAddress(random.next(any()), random.next(any()))
            : IpAddress.parse(one(random, values.addresses()));
    int width = address.isV4() ? 32 : 128;
    int prefix = number(random, 0, 2) == 0 ? width : number(random, 0, width);
    return new Operand.Network(address, prefix);
  }

  private Operand.Quantity quantity(RandomnessSource random, Kind kind) {
    return switch (kind) {
      case TIME -> Operand.Quantity.of(one(random, values.times()));
      case PORT -> Operand.Quantity.of(one(random, List.of(0L, 22L, 53L, 80L, 443L, 65_535L)));
      case DURATION -> Operand.Quantity.of((long) Math.pow(10, number(random, 0, 12)));
      default ->
          new Operand.Quantity(
              BigDecimal.valueOf(number(random, 0, 200_000), number(random, 0, 2)));
    };
  }

  private String text(RandomnessSource random) {
    if (number(random, 0, 3) > 0) {
      String known = one(random, values.texts());
      int from = number(random, 0, 3) == 0 ? number(random, 0, known.length()) : 0;
      return known.substring(from);
    }
    return letters(random);
  }

  private static String letters(RandomnessSource random) {
    StringBuilder text = new StringBuilder();
    for (int i = number(random, 0, 6); i > 0; i--) {
      text.append(LETTERS.charAt(number(random, 0, LETTERS.length() - 1)));
    }
    return text.toString();
  }

  private String pattern(RandomnessSource random) {
    return one(random, List.of("^", "", "[0-9]+", "(a|e)", "."))
        + one(random, List.of("example", "[a-f]{2,4}", "\\.com$", "x?", "\\d\\d", "s"));
  }

  private static Constraint any() {
    return Constraint.between(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static int number(RandomnessSource random, int from, int to) {
    return (int) random.next(Constraint.between(from, to));
  }

  private static <T> T one(RandomnessSource random, List<T> all) {
    return all.get(number(random, 0, all.size() - 1));
  }
}
