package io.aegispcap.platform.accounts.self;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.Profile;
import io.aegispcap.platform.accounts.entry.Accounts;
import io.aegispcap.platform.accounts.entry.OneTimeLink;
import io.aegispcap.platform.accounts.entry.OneTimeLinks;
import io.aegispcap.platform.accounts.entry.Passwords;
import io.aegispcap.platform.accounts.entry.SecondFactor;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.accounts.entry.Sessions;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What administrators do with the accounts of others.
@Service
public class Administration {
  private static final Duration INVITATION = Duration.ofDays(14);
  private static final Duration RESET = Duration.ofDays(1);

  private final Accounts accounts;
  private final OneTimeLinks links;
  private final Sessions sessions;
  private final SecondFactor secondFactor;
  private final Passwords passwords;
  private final Deeds deeds;

  Administration(
      Accounts accounts,
      OneTimeLinks links,
      Sessions sessions,
      SecondFactor secondFactor,
      Passwords passwords,
      Deeds deeds) {
    this.accounts = accounts;
    this.links = links;
    this.sessions = sessions;
    this.secondFactor = secondFactor;
    this.passwords = passwords;
    this.deeds = deeds;
  }

  /// @return the path to hand over
  @Transactional
  public String invite(Caller.Person by, Set<Role> roles) {
    Set<Role> all = withMember(roles);
    Secret link = links.make(new OneTimeLink.Invitation(all), Optional.of(by.id()), INVITATION);
    deeds.record(by, "person.invite", "", Map.of("roles", all.toString()));
    return "/join/" + link.text();
  }

  /// For somebody who lost their password: the link turns their second factor off too.
  ///
  /// @return the path to hand over
  @Transactional
  public String reset(Caller.Person by, Profile person) {
    Secret link = links.make(new OneTimeLink.Reset(person.id()), Optional.of(by.id()), RESET);
    deeds.record(by, "password.reset-link", person.id().toString());
    return "/reset/" + link.text();
  }

  /// Uses a reset link up.
  @Transactional
  public void choosePassword(Secret link, String wanted) {
    passwords
        .objection(wanted, "\n")
        .ifPresent(
            why -> {
              throw new ProblemException(ProblemType.Common.INVALID, why);
            });
    if (!(links.take(link).orElse(null) instanceof OneTimeLink.Reset(PersonId person))) {
      throw new ProblemException(
          ProblemType.Common.NOT_FOUND, "This link was used before or has expired.");
    }
    accounts.changePassword(person, passwords.hash(wanted));
    secondFactor.turnOff(person);
    sessions.revokeAll(person);
    deeds.record(new Caller.Visitor(), "password.reset", person.toString());
  }

  @Transactional
  public void changeRoles(Caller.Person by, Profile person, Set<Role> roles) {
    Set<Role> all = withMember(roles);
    keepAnAdministrator(person, all.contains(Role.ADMINISTRATOR));
    accounts.changeRoles(person.id(), all);
    deeds.record(by, "person.roles", person.id().toString(), Map.of("roles", all.toString()));
  }

  /// Locked people can't enter, and are out at once.
  @Transactional
  public void lock(Caller.Person by, Profile person, boolean locked) {
    keepAnAdministrator(person, !locked);
    accounts.lock(person.id(), locked);
    deeds.record(by, locked ? "person.lock" : "person.unlock", person.id().toString());
  }

  private void keepAnAdministrator(Profile person, boolean stays) {
    boolean is = person.roles().contains(Role.ADMINISTRATOR) && !person.locked();
    if (is && !stays && accounts.administrators() == 1) {
      throw new ProblemException(
          ProblemType.Common.CONFLICT,
          "%s is the only administrator. Make somebody else one first.".formatted(person.handle()));
    }
  }

  private static Set<Role> withMember(Set<Role> roles) {
    Set<Role> all = EnumSet.of(Role.MEMBER);
    all.addAll(roles);
    return all;
  }
}
