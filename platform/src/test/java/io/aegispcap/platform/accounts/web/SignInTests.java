package io.aegispcap.platform.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.accounts.FirstAdministrator;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RunningPlatform
class SignInTests {
  private final Browser browser;
  private final Guests guests;

  SignInTests(Browser browser, Guests guests) {
    this.browser = browser;
    this.guests = guests;
  }

  @Test
  void letsSomebodyInWithTheRightPassword() {
    Guest guest = guests.join();
    Answer entered = signIn(browser, guest.handle(), Guests.PASSWORD);
    assertThat(entered.status()).isEqualTo(303);
    assertThat(entered.header("Location")).isEqualTo("/");
    assertThat(browser.get("/").body()).contains("Hello, Guest");
  }

  @Test
  void setsACookieThatScriptsCannotReadAndOtherSitesDoNotSend() {
    Guest guest = guests.join();
    assertThat(signIn(browser, guest.handle(), Guests.PASSWORD).headers("Set-Cookie"))
        .anyMatch(
            cookie ->
                cookie.startsWith("aegis_session=")
                    && cookie.contains("HttpOnly")
                    && cookie.contains("SameSite=Lax"));
  }

  @Test
  void saysTheSameWhetherHandleOrPasswordIsWrong() {
    Guest guest = guests.join();
    Answer wrongPassword = signIn(browser, guest.handle(), "a wrong password, surely");
    Answer wrongHandle = signIn(browser, "nobody-of-that-name", "a wrong password, surely");
    assertThat(wrongPassword.status()).isEqualTo(401);
    assertThat(wrongHandle.status()).isEqualTo(401);
    assertThat(wrongPassword.body()).contains("Handle or password is wrong.");
    assertThat(withoutInput(wrongPassword)).isEqualTo(withoutInput(wrongHandle));
  }

  @Test
  void slowsDownWhoeverGuesses() {
    Guest guest = guests.join();
    for (int i = 0; i < 5; i++) {
      assertThat(signIn(browser, guest.handle(), "guess number " + i).status()).isEqualTo(401);
    }
    Answer refused = signIn(browser, guest.handle(), Guests.PASSWORD);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 15 * 60);
  }

  @Test
  void signsOut() {
    Guest guest = guests.join();
    guest.browser().submit("/", "/sign-out", Map.of());
    assertThat(guest.browser().get("/").body()).doesNotContain("Hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "/\tx",
        "javascript:x"
      })
  void neverLeadsElsewhere(String next) {
    Guest guest = guests.join();
    Answer entered =
        browser.submit(
            "/sign-in",
            "/sign-in",
            Map.of("handle", guest.handle(), "password", Guests.PASSWORD, "next", next));
    assertThat(entered.header("Location")).isEqualTo("/");
  }

  @Test
  void sendsAVisitorToSignInAndBack() {
    Answer sent = browser.get("/account/tokens");
    assertThat(sent.status()).isEqualTo(302);
    assertThat(sent.header("Location")).endsWith("/sign-in?next=%2Faccount%2Ftokens");
  }

  @Test
  void letsNobodySetUpAPlaceThatHasPeople(@Autowired FirstAdministrator first) {
    guests.join();
    assertThat(first.setUpPath()).isEmpty();
    assertThat(browser.get("/join/" + "x".repeat(40)).status()).isEqualTo(404);
  }

  private static Answer signIn(Browser browser, String handle, String password) {
    return browser.submit("/sign-in", "/sign-in", Map.of("handle", handle, "password", password));
  }

  private static String withoutInput(Answer answer) {
    return answer.body().replaceAll(" value=\"[^\"]*\"", "");
  }
}
