package io.aegispcap.platform;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.FirstAdministrator;
import io.aegispcap.platform.accounts.Handle;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.Profile;
import io.aegispcap.platform.accounts.entry.Joining;
import io.aegispcap.platform.accounts.entry.OneTimeLink;
import io.aegispcap.platform.accounts.entry.OneTimeLinks;
import io.aegispcap.platform.accounts.entry.Origin;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.database.DataDirectory;
import io.aegispcap.platform.database.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.stereotype.Component;

/// The three people of a demonstration. Their passwords are made by chance, and kept in a file of
/// the data directory that its owner alone can read, so that a later start can say them again.
@Component
final class DemoPeople {
  private static final String FILE = "demo-people.properties";
  private static final int PASSWORD_LENGTH = 14;
  private static final Duration AT_ONCE = Duration.ofMinutes(5);
  private static final Origin HERE = new Origin("127.0.0.1", "aegis demo");

  private final Path file;
  private final FirstAdministrator first;
  private final OneTimeLinks links;
  private final Joining joining;
  private final People people;
  private final SecureRandom random;

  DemoPeople(
      DataDirectory data,
      FirstAdministrator first,
      OneTimeLinks links,
      Joining joining,
      People people,
      SecureRandom random) {
    this.file = data.root().resolve(FILE);
    this.first = first;
    this.links = links;
    this.joining = joining;
    this.people = people;
    this.random = random;
  }

  /// Who takes part.
  enum Part {
    ADMINISTRATOR("alex", "Alex Rivera", Role.ADMINISTRATOR),
    ANALYST("robin", "Robin Okafor", Role.MEMBER),
    MAINTAINER("sam", "Sam Lindqvist", Role.MAINTAINER);

    private final String handle;
    private final String fullName;
    private final Role role;

    Part(String handle, String fullName, Role role) {
      this.handle = handle;
      this.fullName = fullName;
      this.role = role;
    }

    Handle handle() {
      return new Handle(handle);
    }

    String roleLabel() {
      return role.label();
    }
  }

  /// Their passwords, made before their accounts are, lest one is opened that nobody can enter.
  ///
  /// @throws StartRefusedException when others have accounts here
  Map<Part, String> passwords() throws IOException {
    if (Files.exists(file)) {
      return read();
    }
    if (!people.isEmpty()) {
      throw new StartRefusedException(
          "People have accounts in "
              + file.getParent()
              + " already, and a demonstration would mix with what is theirs. Start it with"
              + " `aegis serve`, or give the demonstration another folder with --data.");
    }
    Map<Part, String> made = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      made.put(part, Secret.make(random).text().substring(0, PASSWORD_LENGTH));
    }
    write(made);
    return made;
  }

  private Map<Part, String> read() throws IOException {
    Properties kept = new Properties();
    try (var in = Files.newInputStream(file)) {
      kept.load(in);
    }
    Map<Part, String> passwords = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      passwords.put(part, kept.getProperty(part.handle().value(), ""));
    }
    return passwords;
  }

  private void write(Map<Part, String> passwords) throws IOException {
    Properties kept = new Properties();
    passwords.forEach((part, password) -> kept.setProperty(part.handle().value(), password));
    Path half =
        Files.createTempFile(
            file.getParent(),
            FILE,
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = Files.newOutputStream(half)) {
      kept.store(out, "Passwords of the demonstration's people");
    }
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Lets them in who are not here yet.
  Caller.Person join(Part part, String password) {
    Optional<Profile> known = people.find(part.handle());
    if (known.isEmpty()) {
      Joining.Outcome outcome =
          joining.withLink(
              link(part),
              new Joining.Application(part.handle().value(), part.fullName, password),
              HERE);
      if (outcome instanceof Joining.Outcome.Refused(String why)) {
        throw new StartRefusedException(part.fullName + " could not join: " + why);
      }
      known = people.find(part.handle());
    }
    Profile profile = known.orElseThrow();
    return Caller.Person.atBrowser(profile.id(), profile.name(), profile.roles());
  }

  private Secret link(Part part) {
    return first
        .setUpPath()
        .map(path -> new Secret(path.substring(path.lastIndexOf('/') + 1)))
        .orElseGet(
            () ->
                links.make(
                    new OneTimeLink.Invitation(EnumSet.of(Role.MEMBER, part.role)),
                    Optional.empty(),
                    AT_ONCE));
  }
}
