package io.aegispcap.platform.accounts.entry;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.Handle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Entering with a password, and a code where somebody set that up. The answer never tells whether
/// an account exists: neither by its words nor by its time.
@Service
public class SignIn {
  private static final Caller VISITOR = new Caller.Visitor();
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final Accounts accounts;
  private final Passwords passwords;
  private final SecondFactor secondFactor;
  private final Sessions sessions;
  private final Throttle throttle;
  private final Deeds deeds;

  SignIn(
      Accounts accounts,
      Passwords passwords,
      SecondFactor secondFactor,
      Sessions sessions,
      Throttle throttle,
      Deeds deeds) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.secondFactor = secondFactor;
    this.sessions = sessions;
    this.throttle = throttle;
    this.deeds = deeds;
  }

  /// How an attempt ended.
  public sealed interface Outcome {
    /// @param session to be shown from now on
    record Entered(Secret session) implements Outcome {}

    /// @param pending to be shown with the code
    record CodeNeeded(Secret pending) implements Outcome {}

    record Refused() implements Outcome {}

    record TooOften(Duration pause) implements Outcome {}
  }

  public Outcome withPassword(String typedHandle, String password, Origin origin) {
    Optional<Duration> wait = throttle.count(limits(typedHandle, origin));
    if (wait.isPresent()) {
      return new Outcome.TooOften(wait.get());
    }
    Optional<Credential> known = Handle.parse(typedHandle).flatMap(accounts::credential);
    boolean right = passwords.matches(password, known.flatMap(Credential::password));
    if (!right || known.isEmpty() || known.get().locked()) {
      deeds.record(VISITOR, "session.refuse", typedHandle.strip(), Map.of());
      return new Outcome.Refused();
    }
    throttle.forget(key(typedHandle, origin));
    return enter(known.get(), origin);
  }

  private Outcome enter(Credential known, Origin origin) {
    if (known.secondFactor()) {
      return new Outcome.CodeNeeded(sessions.startPending(known.person(), origin));
    }
    return entered(known.person(), origin);
  }

  /// @param code of the authenticator, or a recovery code
  public Outcome withCode(Secret pending, String code, Origin origin) {
    Optional<PersonId> person = sessions.findPending(pending);
    if (person.isEmpty()) {
      return new Outcome.Refused();
    }
    Optional<Duration> wait =
        throttle.count(List.of(new Throttle.Limit("code:" + person.get(), 5, WINDOW)));
    if (wait.isPresent()) {
      return new Outcome.TooOften(wait.get());
    }
    if (!secondFactor.accepts(person.get(), code)) {
      return new Outcome.CodeNeeded(pending);
    }
    throttle.forget("code:" + person.get());
    sessions.end(pending);
    return entered(person.get(), origin);
  }

  /// Whoever showed a passkey has shown both factors. Empty when they may not enter.
  public Optional<Secret> withPasskey(PersonId person, Origin origin) {
    if (accounts.credential(person).filter(known -> !known.locked()).isEmpty()) {
      return Optional.empty();
    }
    deeds.record(VISITOR, "session.start", person.toString(), Map.of("with", "passkey"));
    return Optional.of(sessions.start(person, origin));
  }

  /// Somebody whom a provider vouches for, as far as a password would; a code is asked for as ever.
  public Outcome vouchedFor(PersonId person, Origin origin) {
    return accounts
        .credential(person)
        .filter(known -> !known.locked())
        .map(known -> enter(known, origin))
        .orElseGet(Outcome.Refused::new);
  }

  private Outcome entered(PersonId person, Origin origin) {
    deeds.record(VISITOR, "session.start", person.toString(), Map.of());
    return new Outcome.Entered(sessions.start(person, origin));
  }

  /// Few tries for one name from one place; more for the place, and many for the name, since
  /// whoever could lock others out by guessing would.
  private static List<Throttle.Limit> limits(String typedHandle, Origin origin) {
    return List.of(
        new Throttle.Limit(key(typedHandle, origin), 5, WINDOW),
        new Throttle.Limit("sign-in from " + origin.address(), 50, WINDOW),
        new Throttle.Limit("sign-in as " + normal(typedHandle), 100, Duration.ofHours(1)));
  }

  private static String key(String typedHandle, Origin origin) {
    return "sign-in as " + normal(typedHandle) + " from " + origin.address();
  }

  private static String normal(String typedHandle) {
    return Handle.parse(typedHandle).map(Handle::value).orElse("?");
  }
}
