package io.aegispcap.platform.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.entry.AuthenticatorKey;
import io.aegispcap.platform.accounts.entry.SecondFactor;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@RunningPlatform
class AccountTests {
  private static final Pattern REVOKE = Pattern.compile("/account/sessions/[0-9a-f-]{36}/revoke");
  private static final Pattern LINK = Pattern.compile("http://127.0.0.1:\\d+(/\\w+/\\w{40})");
  private static final Pattern RECOVERY = Pattern.compile("\\w{4}-\\w{4}-\\w{4}-\\w{4}");
  private static final String OTHER = "another fine password";

  private final Browser browser;
  private final Guests guests;
  private final People people;
  private final SecondFactor secondFactor;

  AccountTests(Browser browser, Guests guests, People people, SecondFactor secondFactor) {
    this.browser = browser;
    this.guests = guests;
    this.people = people;
    this.secondFactor = secondFactor;
  }

  @Test
  void showsWhereSomebodyIsSignedInAndEndsASession() {
    Guest guest = guests.join();
    Browser second = browser.another();
    signIn(second, guest, Guests.PASSWORD);
    String page = guest.browser().get("/account/security").body();
    List<String> others = REVOKE.matcher(page).results().map(MatchResult::group).toList();
    assertThat(others).hasSize(1);
    guest.browser().submit("/account/security", others.getFirst(), Map.of());
    assertThat(second.get("/account").status()).isEqualTo(302);
    assertThat(guest.browser().get("/account").status()).isEqualTo(200);
  }

  @Test
  void changesThePasswordAndEndsAllOtherSessions() {
    Guest guest = guests.join();
    Browser second = browser.another();
    signIn(second, guest, Guests.PASSWORD);
    Answer wrong = changePassword(guest, "not the present one");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(changePassword(guest, Guests.PASSWORD).status()).isEqualTo(303);
    assertThat(second.get("/account").status()).isEqualTo(302);
    assertThat(guest.browser().get("/account").status()).isEqualTo(200);
    assertThat(signIn(browser.another(), guest, Guests.PASSWORD).status()).isEqualTo(401);
    assertThat(signIn(browser.another(), guest, OTHER).status()).isEqualTo(303);
  }

  @Test
  void asksForACodeOnceAnAuthenticatorIsSetUp() {
    Guest guest = guests.join();
    Answer codes = setUpAuthenticator(guest);
    List<String> recovery =
        RECOVERY.matcher(codes.body()).results().map(MatchResult::group).toList();
    assertThat(recovery).hasSize(10);

    Browser second = browser.another();
    Answer asked = signIn(second, guest, Guests.PASSWORD);
    assertThat(asked.body()).contains("Your code");
    assertThat(second.get("/account").status()).as("before the code").isEqualTo(302);
    assertThat(code(second, asked, "000000").body()).contains("That code is wrong");
    assertThat(code(second, asked, recovery.getFirst()).status()).isEqualTo(303);
    assertThat(second.get("/account").status()).isEqualTo(200);

    Browser third = browser.another();
    Answer again = signIn(third, guest, Guests.PASSWORD);
    assertThat(code(third, again, recovery.getFirst()).body())
        .as("a recovery code counts once")
        .contains("That code is wrong");
  }

  @Test
  void takesTheSameCodeOnlyOnce() {
    Guest guest = guests.join();
    guest.browser().submit("/account/security", "/account/authenticator", Map.of());
    AuthenticatorKey key = secondFactor.proposed(guest.id()).orElseThrow();
    String now = Authenticator.codeOf(key, Instant.now());
    assertThat(secondFactor.confirm(guest.id(), now)).isPresent();
    assertThat(secondFactor.accepts(guest.id(), now)).isFalse();
  }

  @Test
  void savesTheProfileAndEscapesIt() {
    Guest guest = guests.join();
    guest
        .browser()
        .submit(
            "/account",
            "/account",
            Map.of("name", "<img src=x onerror=alert(1)>", "expertise", "DNS, malware,, DNS"));
    assertThat(people.find(guest.id()).orElseThrow().expertise()).containsExactly("DNS", "malware");
    String page = guest.browser().get("/people/" + guest.handle()).body();
    assertThat(page).contains("DNS, malware").doesNotContain("<img src=x");
  }

  @Test
  void givesEverybodyACopyOfTheirDataAndNoSecrets() {
    Guest guest = guests.join();
    Answer copy = guest.browser().get("/account/export");
    assertThat(copy.header("Content-Disposition")).contains("attachment");
    assertThat(copy.body())
        .contains(guest.handle())
        .doesNotContain("argon2")
        .doesNotContain("hash");
  }

  @Test
  void forgetsWhoeverDeletesTheirAccount() {
    Guest guest = guests.join();
    assertThat(delete(guest, "wrong password").status()).isEqualTo(403);
    assertThat(delete(guest, Guests.PASSWORD).status()).isEqualTo(303);
    assertThat(people.find(guest.id())).isEmpty();
    assertThat(guest.browser().get("/account").status()).isEqualTo(302);
    assertThat(signIn(browser.another(), guest, Guests.PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void letsAdministratorsInviteAndNobodyElse() {
    Answer refused = guests.join().browser().submit("/account", "/people/invite", Map.of());
    assertThat(refused.status()).isEqualTo(403);
    Guest administrator = guests.join(Role.ADMINISTRATOR);
    Answer made =
        administrator.browser().submit("/people", "/people/invite", Map.of("roles", "MODERATOR"));
    String link = link(made);
    assertThat(browser.get(link).body()).contains("Create your account");
    Browser newcomer = browser.another();
    Map<String, String> application =
        Map.of("handle", "invited-one", "name", "Invited", "password", Guests.PASSWORD);
    assertThat(newcomer.submit(link, link, application).status()).isEqualTo(303);
    assertThat(browser.get(link).status()).as("the link works once").isEqualTo(404);
  }

  @Test
  void takesNamesThatCanBeKeptAndSeen() {
    Guest guest = guests.join();
    assertThat(describe(guest, "A\0da \u202eecalevoL", "DNS\0, \u200b").status()).isEqualTo(303);
    assertThat(guest.browser().get("/account").body())
        .contains("value=\"A da  ecalevoL\"", "value=\"DNS\"");
    assertThat(describe(guest, "\u200b\u3164", "").status()).isEqualTo(422);
  }

  private static Answer describe(Guest guest, String name, String expertise) {
    return guest
        .browser()
        .submit("/account", "/account", Map.of("name", name, "expertise", expertise));
  }

  @Test
  void keepsLockedPeopleOutAtOnce() {
    Guest guest = guests.join();
    Guest administrator = guests.join(Role.ADMINISTRATOR);
    lock(administrator, guest, true);
    assertThat(guest.browser().get("/account").status()).isEqualTo(302);
    assertThat(signIn(browser.another(), guest, Guests.PASSWORD).status()).isEqualTo(401);
    lock(administrator, guest, false);
    assertThat(signIn(browser.another(), guest, Guests.PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void givesARoleAtOnce() {
    Guest guest = guests.join();
    assertThat(guest.browser().get("/people").status()).isEqualTo(403);
    Guest administrator = guests.join(Role.ADMINISTRATOR);
    Answer given =
        administrator
            .browser()
            .submit(
                "/people",
                "/people/" + guest.handle() + "/roles",
                Map.of("roles", "ADMINISTRATOR"));
    assertThat(given.header("Location")).endsWith("/people?saved");
    assertThat(administrator.browser().get("/people?saved").body()).contains("Saved.");
    assertThat(guest.browser().get("/people").status()).isEqualTo(200);
  }

  @Test
  void letsSomebodyChooseANewPasswordWithALink() {
    Guest guest = guests.join();
    Guest administrator = guests.join(Role.ADMINISTRATOR);
    String link =
        link(
            administrator
                .browser()
                .submit("/people", "/people/" + guest.handle() + "/reset", Map.of()));
    Browser theirs = browser.another();
    assertThat(theirs.submit(link, link, Map.of("wanted", OTHER)).status()).isEqualTo(303);
    assertThat(theirs.get(link).status()).isEqualTo(404);
    assertThat(signIn(theirs, guest, OTHER).status()).isEqualTo(303);
  }

  private Answer setUpAuthenticator(Guest guest) {
    Answer page = guest.browser().submit("/account/security", "/account/authenticator", Map.of());
    AuthenticatorKey key = secondFactor.proposed(guest.id()).orElseThrow();
    assertThat(page.body()).contains(key.text());
    return guest
        .browser()
        .post(
            "/account/authenticator/confirm",
            page.csrf(),
            Map.of("code", Authenticator.codeOf(key, Instant.now())));
  }

  private static Answer code(Browser browser, Answer page, String code) {
    return browser.post("/sign-in/code", page.csrf(), Map.of("code", code));
  }

  private static Answer changePassword(Guest guest, String present) {
    return guest
        .browser()
        .submit(
            "/account/security", "/account/password", Map.of("present", present, "wanted", OTHER));
  }

  private static Answer delete(Guest guest, String password) {
    return guest.browser().submit("/account", "/account/delete", Map.of("password", password));
  }

  private static void lock(Guest administrator, Guest guest, boolean locked) {
    administrator
        .browser()
        .submit(
            "/people",
            "/people/" + guest.handle() + "/lock",
            Map.of("locked", Boolean.toString(locked)));
  }

  private static Answer signIn(Browser browser, Guest guest, String password) {
    return browser.submit(
        "/sign-in", "/sign-in", Map.of("handle", guest.handle(), "password", password));
  }

  private static String link(Answer answer) {
    return LINK.matcher(answer.body()).results().findFirst().orElseThrow().group(1);
  }
}
