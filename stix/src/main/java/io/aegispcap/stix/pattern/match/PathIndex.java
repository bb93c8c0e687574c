package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.json.JsonNumber;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.pattern.CidrBlock;
import io.aegispcap.stix.pattern.Constant;
import io.aegispcap.stix.pattern.ObjectPath;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The numbers of patterns by the values at one path that they ask for.
final class PathIndex {

  private final Map<String, BitSet> texts = new HashMap<>();
  private final Map<BigDecimal, BitSet> numbers = new HashMap<>();
  private final Substrings parts = new Substrings();
  private final Networks networks = new Networks();

  void add(Trigger.Value trigger, int number) {
    switch (trigger) {
      case Trigger.Text(ObjectPath path, String text) ->
          texts.computeIfAbsent(text, key -> new BitSet()).set(number);
      case Trigger.Numeric(ObjectPath path, BigDecimal value) ->
          numbers.computeIfAbsent(value, key -> new BitSet()).set(number);
      case Trigger.Part(ObjectPath path, String text) -> parts.add(text, number);
      case Trigger.Network(ObjectPath path, CidrBlock block) -> networks.add(block, number);
    }
  }

  /// Adds the numbers of those that the value can satisfy.
  void collect(JsonValue value, BitSet to) {
    switch (value) {
      case JsonString(String text) -> {
        or(texts.get(text), to);
        if (!parts.isEmpty()) {
          parts.collect(Tests.normal(text), to);
        }
        if (!networks.isEmpty()) {
          networks.collect(text, to);
        }
      }
      case JsonNumber number -> {
        if (!numbers.isEmpty()) {
          or(numbers.get(new Constant.Numeric(number.exact()).value()), to);
        }
      }
      default -> {
        // Nothing is kept by other values.
      }
    }
  }

  private static void or(@Nullable BitSet found, BitSet to) {
    if (found != null) {
      to.or(found);
    }
  }
}
