package io.aegispcap.analysis.incident;

import io.aegispcap.analysis.detection.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds which alerts belong together. Two do when
///
/// - they are about the same subject;
/// - one led to the other's subject: by an exploit, a guessed password, or execution from another
///   host; of several that did, the most severe, then the latest before it;
/// - one's subject called or sent to the host that had attacked it before;
/// - both, of medium or worse, call or send to the same host that is not one of ours;
/// - both, of medium or worse and of the same detector, gain access to the same target.
///
/// Information does not join anything; it goes with the alerts about its subject.
final class Groups {
  private final List<Deed> deeds;
  private final Predicate<String> ours;
  private final int[] parent;
  private final Map<String, Integer> bySubject = new HashMap<>();
  private final Map<String, Integer> leads = new HashMap<>();
  private final Map<String, Integer> attacks = new HashMap<>();
  private final Map<String, Integer> servers = new HashMap<>();
  private final Map<String, Integer> targets = new HashMap<>();

  /// @param deeds in the order of [Deed#BY_TIME]
  /// @param ours whether a host is inside
  Groups(List<Deed> deeds, Predicate<String> ours) {
    this.deeds = deeds;
    this.ours = ours;
    parent = new int[deeds.size()];
    Arrays.setAll(parent, i -> i);
    for (int i = 0; i < deeds.size(); i++) {
      if (deeds.get(i).carries()) {
        place(i, deeds.get(i));
      }
    }
  }

  private void place(int i, Deed deed) {
    join(i, bySubject.put(deed.subject(), i));
    join(i, leads.get(deed.subject()));
    if (deed.target().isPresent()) {
      String target = deed.target().get();
      join(i, attacks.get(pair(target, deed.subject())));
      if (deed.callsOut() && deed.medium() && !ours.test(target)) {
        join(i, servers.putIfAbsent(target, i));
      }
      if (deed.stage() == Stage.ACCESS && deed.medium() && deed.againstTarget()) {
        join(i, targets.putIfAbsent(pair(deed.alert().detector().id(), target), i));
      }
      if (deed.againstTarget() && !target.equals(deed.subject())) {
        attacks.putIfAbsent(pair(deed.subject(), target), i);
      }
      if (deed.leads() && !target.equals(deed.subject())) {
        leads.merge(target, i, this::stronger);
      }
    }
  }

  private int stronger(int known, int next) {
    return severity(next).compareTo(severity(known)) >= 0 ? next : known;
  }

  private Severity severity(int i) {
    return deeds.get(i).alert().severity();
  }

  private static String pair(String from, String to) {
    return from + ' ' + to;
  }

  private void join(int i, @Nullable Integer other) {
    if (other != null) {
      int a = root(i);
      int b = root(other);
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }

  private int root(int i) {
    int root = i;
    while (parent[root] != root) {
      root = parent[root];
    }
    int at = i;
    while (parent[at] != root) {
      int next = parent[at];
      parent[at] = root;
      at = next;
    }
    return root;
  }

  /// Each group with what belongs to it, in the order of time; those without an alert that carries
  /// are left out.
  List<List<Deed>> all() {
    Map<Integer, List<Deed>> groups = new TreeMap<>();
    for (int i = 0; i < deeds.size(); i++) {
      Deed deed = deeds.get(i);
      Optional<Integer> root =
          deed.carries()
              ? Optional.of(root(i))
              : Optional.ofNullable(bySubject.get(deed.subject())).map(this::root);
      root.ifPresent(r -> groups.computeIfAbsent(r, _ -> new ArrayList<>()).add(deed));
    }
    return List.copyOf(groups.values());
  }
}
