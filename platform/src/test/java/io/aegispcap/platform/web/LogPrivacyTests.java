package io.aegispcap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.accounts.token.ApiTokens;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.Log;
import io.aegispcap.platform.running.RunningPlatform;
import java.net.HttpCookie;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Nothing that tells who somebody is, or lets anybody in, gets into the log.
@RunningPlatform
class LogPrivacyTests {
  private static final String NAME = "Wilhelmina Personalname";

  private final Browser visitor;
  private final Guests guests;
  private final ApiTokens tokens;
  private final JdbcClient sql;

  LogPrivacyTests(Browser visitor, Guests guests, ApiTokens tokens, JdbcClient sql) {
    this.visitor = visitor;
    this.guests = guests;
    this.tokens = tokens;
    this.sql = sql;
  }

  @Test
  void logsAFaultWithItsRequestAndWithoutWhoMadeIt() {
    try (Log log = new Log()) {
      Guest guest = guests.join();
      guest.browser().submit("/account", "/account", Map.of("name", NAME, "expertise", "DNS"));
      String token = tokens.make(guest.id(), "x", Set.of(Scope.READ), Duration.ofHours(1));
      goWrong(guest, token);
      Answer fault = provokeAFault(guest, token);

      assertThat(fault.status()).isEqualTo(500);
      assertThat(log.events())
          .anySatisfy(
              event ->
                  assertThat(event.getMDCPropertyMap())
                      .containsEntry("http.request.id", fault.header("X-Request-Id")));
      assertThat(log.text())
          .contains("GET /notices failed")
          .doesNotContain(guest.handle())
          .doesNotContain(guest.id().toString())
          .doesNotContain(NAME)
          .doesNotContain(Guests.PASSWORD)
          .doesNotContain("a wrong password")
          .doesNotContain(token.substring(ApiTokens.PREFIX.length()))
          .doesNotContain("someones.name@example.org");
      for (HttpCookie cookie : guest.browser().cookies().getCookieStore().getCookies()) {
        assertThat(log.text()).doesNotContain(cookie.getValue());
      }
    }
  }

  private void goWrong(Guest guest, String token) {
    Map<String, String> wrong = Map.of("handle", guest.handle(), "password", "a wrong password");
    visitor.submit("/sign-in", "/sign-in", wrong);
    visitor.get("/join/" + token + "?mail=someones.name@example.org");
    visitor.get("/people/" + guest.handle() + "/nothing");
    visitor.send(
        visitor.request("/api/v1/me").header("Authorization", "Bearer " + token + "x").build());
  }

  /// The page of notices can't be made without its table.
  private Answer provokeAFault(Guest guest, String token) {
    sql.sql("alter table notice rename to notice_away").update();
    try {
      return guest.browser().get("/notices?mail=someones.name@example.org&token=" + token);
    } finally {
      sql.sql("alter table notice_away rename to notice").update();
    }
  }
}
