package io.aegispcap.platform.captures.library;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.Visibility;
import java.util.Optional;

/// Which captures a caller may see and change. A token does neither beyond its scopes.
///
/// @param reader who sees what is not public, if they signed in
/// @param writer who changes things
/// @param everything whether all captures are theirs
public record Audience(Optional<PersonId> reader, Optional<PersonId> writer, boolean everything) {

  public static Audience of(Caller caller) {
    return switch (caller) {
      case Caller.Visitor _ -> new Audience(Optional.empty(), Optional.empty(), false);
      case Caller.Person signedIn ->
          new Audience(
              within(signedIn, Scope.READ),
              within(signedIn, Scope.WRITE),
              signedIn.may(Permission.ADMINISTER) && signedIn.scopes().contains(Scope.ADMIN));
    };
  }

  private static Optional<PersonId> within(Caller.Person person, Scope scope) {
    return person.scopes().contains(scope) ? Optional.of(person.id()) : Optional.empty();
  }

  public boolean sees(Capture capture) {
    return capture.visibility() == Visibility.PUBLIC
        || (reader.isPresent() && capture.visibility() == Visibility.TEAM)
        || holds(reader, capture);
  }

  public boolean changes(Capture capture) {
    return holds(writer, capture);
  }

  private boolean holds(Optional<PersonId> person, Capture capture) {
    return person.filter(id -> everything || id.equals(capture.owner())).isPresent();
  }
}
