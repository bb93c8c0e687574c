package io.aegispcap.platform.accounts.self;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.PersonalData;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.accounts.entry.Sessions;
import io.aegispcap.platform.accounts.passkey.Passkeys;
import io.aegispcap.platform.accounts.token.ApiTokens;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody.
@Component
class OwnData implements PersonalData {
  private final People people;
  private final Sessions sessions;
  private final ApiTokens tokens;
  private final Passkeys passkeys;

  OwnData(People people, Sessions sessions, ApiTokens tokens, Passkeys passkeys) {
    this.people = people;
    this.sessions = sessions;
    this.tokens = tokens;
    this.passkeys = passkeys;
  }

  @Override
  public String heading() {
    return "account";
  }

  @Override
  public Object of(PersonId person) {
    return Map.of(
        "profile", people.find(person).orElseThrow(),
        "sessions", sessions.of(person, new Secret("")),
        "tokens", tokens.of(person),
        "passkeys", passkeys.of(person));
  }
}
