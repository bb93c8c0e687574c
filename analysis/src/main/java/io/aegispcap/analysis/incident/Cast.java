package io.aegispcap.analysis.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who takes part in an incident, and as what. Information gives nobody a role.
final class Cast {
  private static final class Part {
    private final Set<Role> roles = EnumSet.noneOf(Role.class);
    private int alerts;
  }

  private final Map<String, Part> parts = new LinkedHashMap<>();

  private Cast() {}

  /// Those that most alerts are about first; then in the order of time.
  static List<Participant> of(List<Deed> deeds) {
    Cast cast = new Cast();
    deeds.stream().filter(Deed::carries).forEach(cast::read);
    List<Map.Entry<String, Part>> sorted = new ArrayList<>(cast.parts.entrySet());
    sorted.sort(Comparator.comparingInt(part -> -part.getValue().alerts));
    return sorted.stream()
        .map(part -> new Participant(part.getKey(), List.copyOf(part.getValue().roles)))
        .toList();
  }

  private void read(Deed deed) {
    add(deed.subject(), deed.againstTarget() ? Role.ATTACKER : Role.VICTIM);
    if (deed.target().isPresent() && !deed.target().get().equals(deed.subject())) {
      String target = deed.target().get();
      if (deed.againstTarget()) {
        add(target, Role.VICTIM);
      } else if (deed.callsOut()) {
        add(target, Role.SERVER);
      }
    }
  }

  private void add(String name, Role role) {
    Part part = parts.computeIfAbsent(name, _ -> new Part());
    part.roles.add(role);
    part.alerts++;
  }
}
