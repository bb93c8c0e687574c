package io.aegispcap.analysis.plugin;

import io.aegispcap.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers hosts in the order in which they are seen: a number says nothing of an address. Memory
/// grows with the number of hosts, by some 200 bytes each.
final class Pseudonyms {
  private static final Pattern HOST = Pattern.compile("\\bhost-(\\d{1,9})\\b");

  private final Map<IpAddress, String> names = new HashMap<>();
  private final List<IpAddress> addresses = new ArrayList<>();

  /// `host-N`, with N from 1 on.
  String of(IpAddress address) {
    return names.computeIfAbsent(
        address,
        added -> {
          addresses.add(added);
          return "host-" + addresses.size();
        });
  }

  /// The text with the addresses of the hosts that it names.
  String resolve(String text) {
    Matcher matcher = HOST.matcher(text);
    return matcher.replaceAll(
        found -> {
          int number = Integer.parseInt(found.group(1));
          boolean known = number >= 1 && number <= addresses.size();
          return known ? addresses.get(number - 1).toString() : found.group();
        });
  }
}
