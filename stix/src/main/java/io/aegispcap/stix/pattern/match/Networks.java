package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.pattern.CidrBlock;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/// Networks, each with a number, found by what lies in them.
final class Networks {

  private final Map<CidrBlock, BitSet> numbers = new HashMap<>();
  private final TreeSet<Integer> prefixes = new TreeSet<>();

  void add(CidrBlock network, int number) {
    numbers.computeIfAbsent(network, key -> new BitSet()).set(number);
    prefixes.add(network.prefix());
  }

  /// Adds the numbers of all networks that the address or network lies in.
  void collect(String text, BitSet to) {
    CidrBlock.find(text)
        .ifPresent(
            block -> {
              for (int prefix : prefixes.headSet(block.prefix(), true)) {
                BitSet found = numbers.get(block.widened(prefix));
                if (found != null) {
                  to.or(found);
                }
              }
            });
  }

  boolean isEmpty() {
    return numbers.isEmpty();
  }
}
