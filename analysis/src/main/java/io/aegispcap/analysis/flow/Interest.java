package io.aegispcap.analysis.flow;

import io.aegispcap.capture.protocol.Fact;
import java.util.Set;

/// What an observer wants to hear of. It is told nothing else, which saves a call for each of many
/// observers whenever something is said.
///
/// @param links whether it hears of what stations say to their links
/// @param flows whether it hears of flows that ended
/// @param facts of which kinds of facts it hears, by their class or an interface of it
public record Interest(boolean links, boolean flows, Set<Class<? extends Fact>> facts) {
  public static final Interest ALL = new Interest(true, true, Set.of(Fact.class));
  public static final Interest FLOWS = new Interest(false, true, Set.of());

  @SafeVarargs
  @SuppressWarnings("varargs") // nothing writes into it
  public static Interest inFacts(Class<? extends Fact>... kinds) {
    return new Interest(false, false, Set.of(kinds));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // nothing writes into it
  public static Interest inFlowsAnd(Class<? extends Fact>... kinds) {
    return new Interest(false, true, Set.of(kinds));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // nothing writes into it
  public static Interest inLinksAnd(Class<? extends Fact>... kinds) {
    return new Interest(true, false, Set.of(kinds));
  }

  /// @param kind class of a fact
  public boolean hears(Class<? extends Fact> kind) {
    return facts.stream().anyMatch(wanted -> wanted.isAssignableFrom(kind));
  }
}
