package io.aegispcap.platform.accounts.entry;

import io.aegispcap.platform.accounts.FirstAdministrator;
import io.aegispcap.platform.accounts.People;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SetUp implements FirstAdministrator {
  private static final Duration VALID = Duration.ofDays(7);

  private final People people;
  private final OneTimeLinks links;

  SetUp(People people, OneTimeLinks links) {
    this.people = people;
    this.links = links;
  }

  @Override
  @Transactional
  public Optional<String> setUpPath() {
    if (!people.isEmpty()) {
      return Optional.empty();
    }
    links.withdrawSetUp();
    Secret link = links.make(new OneTimeLink.SetUp(), Optional.empty(), VALID);
    return Optional.of("/join/" + link.text());
  }
}
