package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.web.OneLine;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own tokens. They are made at a browser: tokens open the API alone, lest one makes others.
@Controller
class TokenController {
  private static final int LONGEST_LABEL = 80;
  private static final int LONGEST_DAYS = 366;

  private final ApiTokens tokens;
  private final InstantSource clock;
  private final Deeds deeds;

  TokenController(ApiTokens tokens, InstantSource clock, Deeds deeds) {
    this.tokens = tokens;
    this.clock = clock;
    this.deeds = deeds;
  }

  @GetMapping("/account/tokens")
  @Requires(Permission.TAKE_PART)
  Reply list(Caller.Person caller) {
    return page(caller, Optional.empty());
  }

  @PostMapping("/account/tokens")
  @Requires(Permission.TAKE_PART)
  Reply make(
      Caller.Person caller,
      @RequestParam String label,
      @RequestParam(defaultValue = "") Set<Scope> scopes,
      @RequestParam int days) {
    String line = OneLine.of(label);
    if (line.isEmpty() || line.length() > LONGEST_LABEL) {
      throw invalid("Say in 1 to " + LONGEST_LABEL + " characters what the token is for.");
    }
    if (scopes.isEmpty() || !mayChoose(caller).containsAll(scopes)) {
      throw invalid("Choose what the token may do, among what you may.");
    }
    if (days < 1 || days > LONGEST_DAYS) {
      throw invalid("A token holds for 1 to " + LONGEST_DAYS + " days.");
    }
    String token = tokens.make(caller.id(), line, scopes, Duration.ofDays(days));
    deeds.record(caller, "token.make", line, Map.of("scopes", scopes.toString()));
    return page(caller, Optional.of(token));
  }

  @PostMapping("/account/tokens/{id}/revoke")
  @Requires(Permission.TAKE_PART)
  Reply revoke(Caller.Person caller, @PathVariable UUID id) {
    tokens.revoke(caller.id(), id);
    deeds.record(caller, "token.revoke", id.toString());
    return new Redirect("/account/tokens");
  }

  private TokensPage page(Caller.Person caller, Optional<String> fresh) {
    return new TokensPage(tokens.of(caller.id()), mayChoose(caller), fresh, clock.instant());
  }

  private static List<Scope> mayChoose(Caller.Person caller) {
    return Stream.of(Scope.values())
        .filter(scope -> scope != Scope.ADMIN || caller.may(Permission.MAINTAIN))
        .toList();
  }

  private static ProblemException invalid(String why) {
    return new ProblemException(ProblemType.Common.INVALID, why);
  }
}
