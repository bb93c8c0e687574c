package io.aegispcap.extension.running;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Replaces addresses in texts by numbers of hosts, the same address by the same number.
final class AddressMask {
  /// IPv4 and IPv6 addresses.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b\\d{1,3}(\\.\\d{1,3}){3}\\b|(?<![\\w:])[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}");

  private final boolean open;
  private final Map<String, String> numbers = new HashMap<>();

  /// @param open whether addresses may be seen
  AddressMask(boolean open) {
    this.open = open;
  }

  String of(String text) {
    return open
        ? text
        : ADDRESS
            .matcher(text)
            .replaceAll(
                found ->
                    numbers.computeIfAbsent(found.group(), _ -> "host-" + (numbers.size() + 1)));
  }
}
