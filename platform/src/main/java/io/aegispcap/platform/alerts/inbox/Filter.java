package io.aegispcap.platform.alerts.inbox;

import io.aegispcap.platform.alerts.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which alerts are asked for, and in what order.
///
/// @param text as it was written
/// @param terms all must hold
public record Filter(String text, List<Term> terms, Order order) {
  /// What is still to be done.
  public static final Set<State> ACTIVE =
      Set.copyOf(EnumSet.of(State.OPEN, State.IN_PROGRESS, State.ESCALATED));

  public Filter {
    terms = List.copyOf(terms);
  }

  /// The order of the list; the later alert of two comes first.
  public enum Order {
    SEVERITY,
    NEWEST
  }

  /// In the states that it names; in none, those that are still to be done.
  public Set<State> states() {
    return terms.stream()
        .filter(Term.Is.class::isInstance)
        .map(term -> ((Term.Is) term).states())
        .findFirst()
        .orElse(ACTIVE);
  }

  /// The same, in whatever state.
  public Filter inAnyState() {
    return new Filter(
        text, terms.stream().filter(term -> !(term instanceof Term.Is)).toList(), order);
  }
}
