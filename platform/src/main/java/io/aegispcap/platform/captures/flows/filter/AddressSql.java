package io.aegispcap.platform.captures.flows.filter;

import java.util.ArrayList;
import java.util.List;

/// Whether an address, which flows hold as its canonical text, lies in a network. DuckDB has no
/// addresses of its own, so whole parts of the text are compared, and the part that the prefix cuts
/// as a number.
final class AddressSql {
  private AddressSql() {}

  static String in(String column, Operand.Network network) {
    if (network.isHost()) {
      return column + " = '" + network.address() + "'";
    }
    return "("
        + String.join(" AND ", network.address().isV4() ? v4(column, network) : v6(column, network))
        + ")";
  }

  private static List<String> v4(String column, Operand.Network network) {
    List<String> conditions = new ArrayList<>();
    String[] octets = network.address().toString().split("\\.", -1);
    int whole = network.prefix() / 8;
    int rest = network.prefix() % 8;
    if (whole == 0) {
      conditions.add("NOT contains(" + column + ", ':')");
    } else {
      String prefix = String.join(".", List.of(octets).subList(0, whole)) + ".";
      conditions.add("starts_with(" + column + ", '" + prefix + "')");
    }
    if (rest > 0) {
      int from = Integer.parseInt(octets[whole]);
      conditions.add(
          "coalesce(try_cast(split_part("
              + column
              + ", '.', "
              + (whole + 1)
              + ") AS INTEGER) BETWEEN "
              + from
              + " AND "
              + (from | 0xff >> rest)
              + ", false)");
    }
    return conditions;
  }

  private static List<String> v6(String column, Operand.Network network) {
    List<String> conditions = new ArrayList<>();
    int whole = network.prefix() / 16;
    conditions.add("starts_with(" + column + ", '" + beginning(network, whole) + "')");
    conditions.add("contains(" + column + ", ':')");
    int rest = network.prefix() % 16;
    for (int i = 0; i < whole; i++) {
      conditions.add(group(column, i) + " = '" + Integer.toHexString(part(network, i)) + "'");
    }
    if (rest > 0) {
      int from = part(network, whole);
      conditions.add(
          "coalesce(try_cast('0x' || "
              + group(column, whole)
              + " AS INTEGER) BETWEEN "
              + from
              + " AND "
              + (from | 0xffff >> rest)
              + ", false)");
    }
    return conditions;
  }

  /// The groups up to the first zero, which alone may be shortened: most addresses are told apart
  /// by these.
  private static String beginning(Operand.Network network, int whole) {
    StringBuilder beginning = new StringBuilder();
    for (int i = 0; i < Math.min(whole, 7) && part(network, i) != 0; i++) {
      beginning.append(Integer.toHexString(part(network, i))).append(':');
    }
    return beginning.toString();
  }

  private static int part(Operand.Network network, int index) {
    long half = index < 4 ? network.address().high() : network.address().low();
    return (int) (half >>> (48 - 16 * (index & 3))) & 0xffff;
  }

  /// A group of hexadecimal digits, with the gap of RFC 5952 filled: a full address has seven
  /// colons.
  private static String group(String column, int index) {
    String zeros = "repeat('0:', 8 - (length($) - length(replace($, ':', ''))))";
    String full = "split_part(replace($, '::', ':' || " + zeros + "), ':', " + (index + 1) + ")";
    return ("coalesce(nullif(" + full + ", ''), '0')").replace("$", column);
  }
}
