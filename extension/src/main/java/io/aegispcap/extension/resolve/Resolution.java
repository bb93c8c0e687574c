package io.aegispcap.extension.resolve;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What came of the search for versions that go together.
public sealed interface Resolution {
  /// They do.
  ///
  /// @param versions of everything that is needed, by id in order
  record Solved(Map<String, String> versions) implements Resolution {
    public Solved {
      versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }
  }

  /// No versions do.
  ///
  /// @param explanation why, and what can be done, for people
  /// @param facts that can't all hold; without any one of them, the others could
  record Conflict(String explanation, List<Fact> facts) implements Resolution {
    public Conflict {
      facts = List.copyOf(facts);
    }
  }

  /// There were more combinations than are looked at.
  ///
  /// @param explanation what can be done, for people
  record Undecided(String explanation) implements Resolution {}
}
