package io.aegispcap.stix.specification;

import java.util.List;

/// What must hold between the properties of one object.
public sealed interface PropertyRule {

  record AtLeastOne(List<String> names) implements PropertyRule {
    public AtLeastOne {
      names = List.copyOf(names);
    }
  }

  record ExactlyOne(List<String> names) implements PropertyRule {
    public ExactlyOne {
      names = List.copyOf(names);
    }
  }

  /// At least one of its own properties or an extension.
  ///
  /// @param optional whether those that it must have anyway don't count
  record Any(boolean optional) implements PropertyRule {}

  /// One timestamp is not before another, or even after it.
  record Order(String later, String earlier, boolean strict) implements PropertyRule {}

  record Needs(String name, List<String> others) implements PropertyRule {
    public Needs {
      others = List.copyOf(others);
    }
  }

  record NeedsWhen(String name, boolean truth, String other) implements PropertyRule {}

  record NeverWhen(String name, boolean truth, String other) implements PropertyRule {}

  /// A name kept for later versions.
  record Reserved(String name) implements PropertyRule {}
}
