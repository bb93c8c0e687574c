package io.aegispcap.analysis.incident;

import java.util.List;

/// A host of an incident.
///
/// @param name its address, or a domain
/// @param roles what it is in the incident, at least one, in the order of [Role]
public record Participant(String name, List<Role> roles) {
  public Participant {
    roles = List.copyOf(roles);
  }
}
