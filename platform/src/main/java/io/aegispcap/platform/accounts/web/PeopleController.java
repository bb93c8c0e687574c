package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Reads;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.Handle;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.Profile;
import io.aegispcap.platform.accounts.entry.OneTimeLink;
import io.aegispcap.platform.accounts.entry.OneTimeLinks;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.accounts.self.Administration;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Everybody's accounts, for administrators, and the pages of single people.
@Controller
class PeopleController {
  private static final List<Role> ROLES =
      Stream.of(Role.values()).filter(role -> role != Role.MEMBER).toList();

  private final People people;
  private final Administration administration;
  private final OneTimeLinks links;
  private final Reads reads;

  PeopleController(People people, Administration administration, OneTimeLinks links, Reads reads) {
    this.people = people;
    this.administration = administration;
    this.links = links;
    this.reads = reads;
  }

  @GetMapping("/people")
  @Requires(Permission.ADMINISTER)
  Reply all(Caller.Person caller, @RequestParam Optional<String> saved) {
    return page(caller, Optional.empty(), saved.isPresent());
  }

  @GetMapping("/people/{handle}")
  @Requires(Permission.TAKE_PART)
  Reply one(Caller.Person caller, @PathVariable String handle) {
    Profile profile = find(handle);
    if (!profile.id().equals(caller.id())) {
      reads.record(caller, "person.read", profile.id().toString(), "", 1);
    }
    return new PersonPage(profile);
  }

  @PostMapping("/people/invite")
  @Requires(Permission.ADMINISTER)
  Reply invite(Caller.Person caller, @RequestParam(defaultValue = "") Set<Role> roles) {
    return page(caller, Optional.of(absolute(administration.invite(caller, roles))), false);
  }

  @PostMapping("/people/{handle}/roles")
  @Requires(Permission.ADMINISTER)
  Reply changeRoles(
      Caller.Person caller,
      @PathVariable String handle,
      @RequestParam(defaultValue = "") Set<Role> roles) {
    administration.changeRoles(caller, find(handle), roles);
    return new Redirect("/people?saved");
  }

  @PostMapping("/people/{handle}/lock")
  @Requires(Permission.ADMINISTER)
  Reply lock(Caller.Person caller, @PathVariable String handle, @RequestParam boolean locked) {
    administration.lock(caller, find(handle), locked);
    return new Redirect("/people?saved");
  }

  @PostMapping("/people/{handle}/reset")
  @Requires(Permission.ADMINISTER)
  Reply reset(Caller.Person caller, @PathVariable String handle) {
    return page(caller, Optional.of(absolute(administration.reset(caller, find(handle)))), false);
  }

  @GetMapping("/reset/{link}")
  @Requires(Permission.VISIT)
  Reply chooseForm(@PathVariable String link) {
    return links
        .look(new Secret(link))
        .filter(OneTimeLink.Reset.class::isInstance)
        .map(_ -> new ResetPage("/reset/" + link))
        .orElseThrow(
            () -> ProblemException.notFound("such link; it was used before or has expired"));
  }

  @PostMapping("/reset/{link}")
  @Requires(Permission.VISIT)
  Reply choose(@PathVariable String link, @RequestParam String wanted) {
    administration.choosePassword(new Secret(link), wanted);
    return new Redirect("/sign-in");
  }

  private PeoplePage page(Caller.Person caller, Optional<String> link, boolean saved) {
    List<Profile> all = people.all();
    reads.record(caller, "person.list", "", "", all.size());
    return new PeoplePage(all, ROLES, link, saved, caller.id());
  }

  private Profile find(String handle) {
    return Handle.parse(handle)
        .flatMap(people::find)
        .orElseThrow(() -> ProblemException.notFound("person called " + handle));
  }

  private static String absolute(String path) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
  }
}
