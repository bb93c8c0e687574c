package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.Profile;
import io.aegispcap.platform.web.Icon;
import io.aegispcap.platform.web.SearchSource;
import io.aegispcap.platform.web.SearchText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Finds people by handle, name and what they know, for those who may see their pages.
@Component
@Order(40)
class PersonFinder implements SearchSource {
  private final People people;

  PersonFinder(People people) {
    this.people = people;
  }

  @Override
  public String kind() {
    return "people";
  }

  @Override
  public String heading() {
    return "People";
  }

  @Override
  public List<Hit> find(SearchText wanted, Caller caller, int most) {
    return caller.may(Permission.TAKE_PART)
        ? people.search(wanted, most).stream().map(PersonFinder::hit).toList()
        : List.of();
  }

  private static Hit hit(Profile person) {
    String detail =
        Stream.concat(Stream.of("@" + person.handle().value()), person.expertise().stream())
            .collect(Collectors.joining(" · "));
    return new Hit(Icon.PERSON, person.name(), detail, "/people/" + person.handle().value());
  }

  /// Nobody but administrators sees a list of all.
  @Override
  public Optional<String> all(SearchText wanted) {
    return Optional.empty();
  }
}
