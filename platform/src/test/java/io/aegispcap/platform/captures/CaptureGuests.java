package io.aegispcap.platform.captures;

import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// People with tokens.
record CaptureGuests(Guests guests, ApiTokens tokens, Browser visitors) {

  CaptureGuest program(Role... roles) {
    return program(EnumSet.of(Scope.READ, Scope.WRITE, Scope.ADMIN), roles);
  }

  CaptureGuest program(Set<Scope> scopes, Role... roles) {
    return of(guests.join(roles), scopes);
  }

  CaptureGuest of(Guests.Guest guest, Set<Scope> scopes) {
    return new CaptureGuest(
        guest.id(),
        guest.browser().another(),
        tokens.make(guest.id(), "test", scopes, Duration.ofDays(1)));
  }

  CaptureGuest visitor() {
    return new CaptureGuest(guests.join().id(), visitors.another(), "");
  }
}
