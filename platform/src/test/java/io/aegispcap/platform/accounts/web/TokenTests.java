package io.aegispcap.platform.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiToken;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningPlatform
class TokenTests {
  private static final Pattern TOKEN = Pattern.compile("aegis_[A-Za-z0-9]{40}");

  private final Browser browser;
  private final Guests guests;
  private final ApiTokens tokens;
  private final JdbcClient sql;

  TokenTests(Browser browser, Guests guests, ApiTokens tokens, JdbcClient sql) {
    this.browser = browser;
    this.guests = guests;
    this.tokens = tokens;
    this.sql = sql;
  }

  @Test
  void isShownOnceAndLetsAProgramIn() {
    Guest guest = guests.join();
    String token = make(guest, "READ");
    assertThat(guest.browser().get("/account/tokens").body()).doesNotContain(token);
    Answer me = get(token, "/api/v1/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.body())
        .contains("\"handle\":\"" + guest.handle() + "\"")
        .contains("\"scopes\":[\"read\"]");
  }

  @Test
  void isKeptAsAHash() {
    String token = make(guests.join(), "READ");
    String secret = token.substring(ApiTokens.PREFIX.length());
    assertThat(
            sql.sql("select count(*) from api_token t where t::text like '%' || :secret || '%'")
                .param("secret", secret)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void showsWhenItWasLastUsed() {
    Guest guest = guests.join();
    String token = make(guest, "READ");
    assertThat(tokens.of(guest.id()).getFirst().lastUsed()).isEmpty();
    get(token, "/api/v1/me");
    assertThat(tokens.of(guest.id()).getFirst().lastUsed()).isPresent();
  }

  @Test
  void letsNobodyInWhenRevokedExpiredOrMadeUp() {
    Guest guest = guests.join();
    String revoked = make(guest, "READ");
    ApiToken known = tokens.of(guest.id()).getFirst();
    guest
        .browser()
        .submit("/account/tokens", "/account/tokens/" + known.id() + "/revoke", Map.of());
    String expired = tokens.make(guest.id(), "old", Set.of(Scope.READ), Duration.ofDays(-1));
    assertThat(get(revoked, "/api/v1/me").status()).isEqualTo(401);
    assertThat(get(expired, "/api/v1/me").status()).isEqualTo(401);
    Answer madeUp = get("aegis_" + "x".repeat(39), "/api/v1/me");
    assertThat(madeUp.status()).isEqualTo(401);
    assertThat(madeUp.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(madeUp.body()).contains("/problems/sign-in-required");
  }

  @Test
  void opensNoPages() {
    String token =
        tokens.make(guests.join(Role.ADMINISTRATOR).id(), "all", EnumSet.allOf(Scope.class), HOUR);
    assertThat(get(token, "/account/tokens").status()).isEqualTo(401);
    assertThat(get(token, "/people").status()).isEqualTo(401);
  }

  @Test
  void cannotBeRevokedBySomebodyElse() {
    Guest owner = guests.join();
    String token = make(owner, "READ");
    ApiToken known = tokens.of(owner.id()).getFirst();
    Guest other = guests.join();
    other
        .browser()
        .submit("/account/tokens", "/account/tokens/" + known.id() + "/revoke", Map.of());
    assertThat(get(token, "/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void refusesAScopeThatItsOwnerMayNotChoose() {
    Answer refused =
        guests
            .join()
            .browser()
            .submit(
                "/account/tokens",
                "/account/tokens",
                Map.of("label", "mine", "scopes", "ADMIN", "days", "1"));
    assertThat(refused.status()).isEqualTo(422);
  }

  @Test
  void escapesItsLabel() {
    Guest guest = guests.join();
    tokens.make(guest.id(), "<script>alert(1)</script>", Set.of(Scope.READ), HOUR);
    assertThat(guest.browser().get("/account/tokens").body())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert");
  }

  private static final Duration HOUR = Duration.ofHours(1);

  private static String make(Guest guest, String scope) {
    Answer made =
        guest
            .browser()
            .submit(
                "/account/tokens",
                "/account/tokens",
                Map.of("label", "test", "scopes", scope, "days", "1"));
    Matcher token = TOKEN.matcher(made.body());
    assertThat(token.find()).as(made.body()).isTrue();
    return token.group();
  }

  private Answer get(String token, String path) {
    return browser.send(browser.request(path).header("Authorization", "Bearer " + token).build());
  }
}
