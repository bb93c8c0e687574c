package io.aegispcap.analysis.tuning;

import java.time.LocalDate;
import java.util.Map;

/// A line of an allow-list: what is allowed, or what a device is.
public sealed interface Entry permits Allowance, Device {

  /// @param source where it stands, such as `allow.jsonl, line 3`; told with what it leaves out
  /// @param line a JSON object
  /// @throws IllegalArgumentException when it says something that can't be
  static Entry parse(String source, String line) {
    return of(source, Fields.parse(line));
  }

  /// @param values by the names of the fields: text, or numbers
  /// @throws IllegalArgumentException when they say something that can't be
  static Entry of(String source, Map<String, Object> values) {
    return of(source, new Fields(values));
  }

  private static Entry of(String source, Fields fields) {
    return fields.has("device") ? Device.of(fields) : Allowance.of(source, fields);
  }

  /// As a line of a file, always in the same words.
  String line();

  /// Whether it is not applied any more on this day.
  boolean expired(LocalDate day);
}
