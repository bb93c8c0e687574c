package io.aegispcap.platform.accounts.self;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.PersonLeft;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.entry.Accounts;
import io.aegispcap.platform.accounts.entry.Credential;
import io.aegispcap.platform.accounts.entry.Origin;
import io.aegispcap.platform.accounts.entry.Passwords;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.accounts.entry.Sessions;
import io.aegispcap.platform.web.OneLine;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What somebody changes about themselves.
@Service
public class OwnAccount {
  private static final int LONGEST_NAME = 80;
  private static final int MOST_TAGS = 20;
  private static final int LONGEST_TAG = 40;

  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Deeds deeds;
  private final ApplicationEventPublisher events;

  OwnAccount(
      Accounts accounts,
      Passwords passwords,
      Sessions sessions,
      Deeds deeds,
      ApplicationEventPublisher events) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.deeds = deeds;
    this.events = events;
  }

  /// @param expertise topics with commas between them
  @Transactional
  public void describe(Caller.Person person, String name, String expertise) {
    String line = OneLine.of(name);
    if (line.isEmpty() || line.length() > LONGEST_NAME) {
      throw invalid("Your name needs 1 to " + LONGEST_NAME + " characters.");
    }
    accounts.describe(person.id(), line, tags(expertise));
    deeds.record(person, "person.describe", person.id().toString());
  }

  private static List<String> tags(String typed) {
    List<String> tags =
        Arrays.stream(typed.split(",", -1))
            .map(OneLine::of)
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .toList();
    if (tags.size() > MOST_TAGS || tags.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
      throw invalid(
          "At most %d topics of at most %d characters.".formatted(MOST_TAGS, LONGEST_TAG));
    }
    return tags;
  }

  /// Ends all other sessions too.
  ///
  /// @return the session to go on with; empty when the present password is wrong
  @Transactional
  public Optional<Secret> changePassword(
      Caller.Person person, String present, String wanted, Origin origin) {
    if (!knows(person, present)) {
      return Optional.empty();
    }
    passwords
        .objection(wanted, person.name())
        .ifPresent(
            why -> {
              throw invalid(why);
            });
    accounts.changePassword(person.id(), passwords.hash(wanted));
    sessions.revokeAll(person.id());
    deeds.record(person, "password.change", person.id().toString());
    return Optional.of(sessions.start(person.id(), origin));
  }

  /// Whether it is their password, before something that can't be undone.
  public boolean knows(Caller.Person person, String password) {
    return passwords.matches(
        password, accounts.credential(person.id()).flatMap(Credential::password));
  }

  public boolean hasPassword(Caller.Person person) {
    return accounts.credential(person.id()).flatMap(Credential::password).isPresent();
  }

  /// Forgets the person. What they wrote is for the modules that keep it to leave or take down,
  /// when they hear of it.
  @Transactional
  public void delete(Caller.Person person) {
    if (person.roles().contains(Role.ADMINISTRATOR) && accounts.administrators() == 1) {
      throw new ProblemException(
          ProblemType.Common.CONFLICT,
          "You are the only administrator. Make somebody else one before you leave.");
    }
    deeds.record(person, "person.leave", person.id().toString());
    accounts.erase(person.id());
    events.publishEvent(new PersonLeft(person.id()));
  }

  private static ProblemException invalid(String why) {
    return new ProblemException(ProblemType.Common.INVALID, why);
  }
}
