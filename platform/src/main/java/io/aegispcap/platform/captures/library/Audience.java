package io.aegispcap.platform.captures.library;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.Visibility;
import java.util.Optional;

/// Which captures a caller may see and change.
///
/// @param person who it is, if they signed in
/// @param everything whether all captures are theirs to see and change
public record Audience(Optional<PersonId> person, boolean everything) {

  public static Audience of(Caller caller) {
    return switch (caller) {
      case Caller.Visitor _ -> new Audience(Optional.empty(), false);
      case Caller.Person signedIn ->
          new Audience(
              Optional.of(signedIn.id()),
              signedIn.may(Permission.ADMINISTER) && signedIn.scopes().contains(Scope.ADMIN));
    };
  }

  public boolean sees(Capture capture) {
    return capture.visibility() == Visibility.PUBLIC
        || (person.isPresent() && capture.visibility() == Visibility.TEAM)
        || changes(capture);
  }

  public boolean changes(Capture capture) {
    return everything || person.filter(capture.owner()::equals).isPresent();
  }
}
