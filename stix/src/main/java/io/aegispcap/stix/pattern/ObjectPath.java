package io.aegispcap.stix.pattern;

import java.util.List;

/// Which value of an object: `file:hashes.'SHA-256'`, `process:opened_connection_refs[*].dst_port`.
public record ObjectPath(String type, List<Step> steps) {

  public ObjectPath {
    steps = List.copyOf(steps);
  }

  /// One step into a value.
  public sealed interface Step {}

  /// The member of an object.
  public record Key(String name) implements Step {}

  /// The item of a list, from 0.
  public record Index(int index) implements Step {}

  /// Any item of a list.
  public record AnyItem() implements Step {}

  /// Of names alone.
  public static ObjectPath of(String type, String... names) {
    return new ObjectPath(type, java.util.Arrays.stream(names).<Step>map(Key::new).toList());
  }

  @Override
  public String toString() {
    return PatternPrinter.print(this);
  }
}
