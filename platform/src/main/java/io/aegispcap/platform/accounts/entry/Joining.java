package io.aegispcap.platform.accounts.entry;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.Handle;
import io.aegispcap.platform.web.OneLine;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Opening accounts, with a link or without where that is allowed.
@Service
public class Joining {
  private static final int LONGEST_NAME = 80;
  private static final int SHORTEST_HANDLE = 3;
  private static final int LONGEST_STEM = 22;

  private final Accounts accounts;
  private final Passwords passwords;
  private final OneTimeLinks links;
  private final Sessions sessions;
  private final Throttle throttle;
  private final Deeds deeds;
  private final AccountSettings settings;
  private final TransactionOperations transactions;

  Joining(
      Accounts accounts,
      Passwords passwords,
      OneTimeLinks links,
      Sessions sessions,
      Throttle throttle,
      Deeds deeds,
      AccountSettings settings,
      TransactionOperations transactions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.links = links;
    this.sessions = sessions;
    this.throttle = throttle;
    this.deeds = deeds;
    this.settings = settings;
    this.transactions = transactions;
  }

  /// What somebody fills in.
  public record Application(String handle, String name, String password) {
    /// What a form left out counts as empty.
    public Application {
      handle = Objects.requireNonNullElse(handle, "");
      name = Objects.requireNonNullElse(name, "");
      password = Objects.requireNonNullElse(password, "");
    }
  }

  /// How it ended.
  public sealed interface Outcome {
    /// @param session the new person is signed in with
    record Joined(Secret session) implements Outcome {}

    /// @param why in words for the applicant
    record Refused(String why) implements Outcome {}
  }

  /// Whether an account can be opened without a link.
  public boolean isOpen() {
    return settings.signUp() == AccountSettings.SignUp.OPEN;
  }

  public Outcome withoutLink(Application application, Origin origin) {
    if (!isOpen()) {
      return new Outcome.Refused("Accounts are opened by invitation here.");
    }
    Throttle.Limit limit =
        new Throttle.Limit("sign-up from " + origin.address(), 20, Duration.ofHours(1));
    if (throttle.count(List.of(limit)).isPresent()) {
      return new Outcome.Refused("Too many accounts were opened from your network. Try later.");
    }
    return check(application)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> open(application, Set.of(Role.MEMBER), origin));
  }

  /// The link is used up when the account was opened, not before.
  public Outcome withLink(Secret link, Application application, Origin origin) {
    Optional<String> objection = check(application);
    if (objection.isPresent()) {
      return new Outcome.Refused(objection.get());
    }
    return transactions.execute(
        _ ->
            links
                .look(link)
                .flatMap(OneTimeLink::opens)
                .map(roles -> openAndUseUp(link, application, roles, origin))
                .orElse(new Outcome.Refused("This link was used before or has expired.")));
  }

  private Outcome openAndUseUp(
      Secret link, Application application, Set<Role> roles, Origin origin) {
    Outcome outcome = open(application, roles, origin);
    if (outcome instanceof Outcome.Joined && links.take(link).isEmpty()) {
      throw new ProblemException(
          ProblemType.Common.CONFLICT, "Somebody else used this link just now.");
    }
    return outcome;
  }

  /// What is wrong with an application; empty when nothing is.
  private Optional<String> check(Application application) {
    int name = OneLine.of(application.name()).length();
    if (Handle.parse(application.handle()).isEmpty()) {
      return Optional.of("A handle has 3 to 30 lower-case letters, digits and inner hyphens.");
    }
    if (name == 0 || name > LONGEST_NAME) {
      return Optional.of("Your name needs 1 to " + LONGEST_NAME + " characters.");
    }
    return passwords.objection(application.password(), application.handle().strip());
  }

  private Outcome open(Application application, Set<Role> roles, Origin origin) {
    Handle handle = Handle.parse(application.handle()).orElseThrow();
    String hash = passwords.hash(application.password());
    return transactions.execute(
        _ ->
            accounts
                .open(handle, OneLine.of(application.name()), roles, hash)
                .<Outcome>map(person -> enter(person, roles, origin))
                .orElse(new Outcome.Refused("That handle is taken. Choose another.")));
  }

  /// Somebody who joined without a password.
  public record Newcomer(PersonId person, Secret session) {}

  /// Opens an account for somebody whom a provider vouches for.
  ///
  /// @param wished for a handle; another one is found where it is none, or taken
  public Newcomer vouchedFor(String wished, String name, Origin origin) {
    String base =
        wished.toLowerCase(Locale.ROOT).replaceAll("@.*", "").replaceAll("[^a-z0-9]+", "-");
    String stem = base.replaceAll("^-|-$", "");
    String start = stem.length() < SHORTEST_HANDLE ? "person-" + stem : stem;
    String line = OneLine.of(name);
    String shown = line.isEmpty() ? start : line;
    for (int number = 1; ; number++) {
      String handle =
          start.substring(0, Math.min(LONGEST_STEM, start.length())).replaceAll("-$", "")
              + (number == 1 ? "" : "-" + number);
      Optional<PersonId> person =
          Handle.parse(handle)
              .flatMap(
                  free ->
                      accounts.openWithoutPassword(
                          free,
                          shown.substring(0, Math.min(LONGEST_NAME, shown.length())),
                          Set.of(Role.MEMBER)));
      if (person.isPresent()) {
        deeds.record(
            new Caller.Visitor(), "person.join", person.get().toString(), Map.of("with", "oidc"));
        return new Newcomer(person.get(), sessions.start(person.get(), origin));
      }
    }
  }

  private Outcome enter(PersonId person, Set<Role> roles, Origin origin) {
    deeds.record(
        new Caller.Visitor(), "person.join", person.toString(), Map.of("roles", roles.toString()));
    return new Outcome.Joined(sessions.start(person, origin));
  }
}
