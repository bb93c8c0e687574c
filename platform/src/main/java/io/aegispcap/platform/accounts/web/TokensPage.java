package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiToken;
import io.aegispcap.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One's own tokens.
///
/// @param scopes that can be chosen
/// @param fresh a token just made, shown this once
/// @param now to tell which have expired
public record TokensPage(
    List<ApiToken> tokens, List<Scope> scopes, Optional<String> fresh, Instant now)
    implements Page {
  public TokensPage {
    tokens = List.copyOf(tokens);
    scopes = List.copyOf(scopes);
  }

  @Override
  public String title() {
    return "Tokens";
  }

  @Override
  public String template() {
    return "accounts/tokens";
  }
}
