package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.Profile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
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
      @Schema(description = "What they sign in with.", example = "ada") String handle,
      @Schema(description = "What others see.", example = "Ada Lovelace") String name,
      @Schema(description = "What they are here.", example = "member, administrator")
          List<String> roles,
      @Schema(description = "What this token may do; all of it at a browser.", example = "read")
          List<String> scopes,
      @Schema(description = "What others may ask them about.", example = "DNS, malware")
          List<String> expertise,
      Instant joined) {}

  @GetMapping
  @Operation(
      summary = "Who you are",
      description = "The account that the token or the session belongs to.")
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
