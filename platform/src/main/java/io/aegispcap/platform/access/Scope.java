package io.aegispcap.platform.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpMethod;

/// What a token lets a program do of what its owner may do.
public enum Scope {
  READ("see what you may see"),
  WRITE("add and change what you may"),
  ADMIN("run the place, together with one of the others");

  private static final Set<HttpMethod> CHANGE_NOTHING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final String meaning;

  Scope(String meaning) {
    this.meaning = meaning;
  }

  /// What a token must have for an endpoint, whatever its owner's roles.
  public static Set<Scope> neededFor(Permission permission, HttpMethod method) {
    return switch (permission) {
      case VISIT -> Set.of();
      case TAKE_PART, MODERATE -> EnumSet.of(of(method));
      case MAINTAIN, ADMINISTER -> EnumSet.of(of(method), ADMIN);
    };
  }

  private static Scope of(HttpMethod method) {
    return CHANGE_NOTHING.contains(method) ? READ : WRITE;
  }

  /// As the API spells it.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// For its owner.
  public String meaning() {
    return meaning;
  }
}
