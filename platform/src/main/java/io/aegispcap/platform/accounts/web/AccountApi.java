package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.Profile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The caller's own account, for programs.
@RestController
@RequestMapping("/api/v1/me")
class AccountApi {
  private final People people;

  AccountApi(People people) {
    this.people = people;
  }

  /// Who the caller is.
  record Me(
      UUID id,
      String handle,
      String name,
      List<String> roles,
      List<String> scopes,
      List<String> expertise,
      Instant joined) {}

  @GetMapping
  @Requires(Permission.TAKE_PART)
  Me me(Caller.Person caller) {
    Profile profile = people.find(caller.id()).orElseThrow();
    return new Me(
        profile.id().value(),
        profile.handle().value(),
        profile.name(),
        profile.roles().stream().sorted().map(Role::slug).toList(),
        caller.scopes().stream().sorted().map(Scope::label).toList(),
        profile.expertise(),
        profile.joined());
  }
}
