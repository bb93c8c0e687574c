package io.aegispcap.platform.access;

import java.util.EnumSet;
import java.util.Set;

/// Who sends a request. Endpoints take it as a parameter.
public sealed interface Caller {

  /// Somebody who has not signed in.
  record Visitor() implements Caller {}

  /// A person, at a browser or through a token of theirs.
  ///
  /// @param id who it is
  /// @param name as others see it
  /// @param roles what they are, now
  /// @param scopes what this way of entering lets them do; all of it at a browser
  record Person(PersonId id, String name, Set<Role> roles, Set<Scope> scopes) implements Caller {
    public Person {
      roles = Set.copyOf(roles);
      scopes = Set.copyOf(scopes);
    }

    /// Somebody at a browser.
    public static Person atBrowser(PersonId id, String name, Set<Role> roles) {
      return new Person(id, name, roles, EnumSet.allOf(Scope.class));
    }
  }

  /// Whether the caller's roles are enough, whatever a token's scopes.
  default boolean may(Permission permission) {
    return switch (this) {
      case Visitor _ -> permission.open();
      case Person person -> permission.grantedTo(person.roles());
    };
  }
}
