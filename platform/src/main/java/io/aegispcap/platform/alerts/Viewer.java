package io.aegispcap.platform.alerts;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Scope;
import java.util.Optional;

/// What decides which alerts somebody sees: those of the captures that they see.
///
/// @param person empty for visitors
/// @param administrator whether they see private captures of others
public record Viewer(Optional<PersonId> person, boolean administrator) {

  public static Viewer of(Caller caller) {
    return switch (caller) {
      case Caller.Visitor _ -> new Viewer(Optional.empty(), false);
      case Caller.Person person ->
          new Viewer(
              Optional.of(person.id()),
              person.may(Permission.ADMINISTER) && person.scopes().contains(Scope.ADMIN));
    };
  }
}
