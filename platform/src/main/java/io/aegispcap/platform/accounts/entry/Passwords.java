package io.aegispcap.platform.accounts.entry;

import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// What makes a password good enough, and how it is kept: Argon2id with 19 MiB, two passes and one
/// lane. Source: OWASP Password Storage Cheat Sheet.
@Component
public class Passwords {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;
  private static final int KIB = 19_456;
  private static final int PASSES = 2;

  private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, KIB, PASSES);

  /// Compared with when there is nothing to compare with, so that both take the same time.
  private final String decoy = hash("nobody has this one");

  /// Why a password is not good enough; empty when it is.
  public Optional<String> objection(String password, String handle) {
    if (password.length() < SHORTEST) {
      return Optional.of("The password needs at least " + SHORTEST + " characters.");
    }
    if (password.length() > LONGEST) {
      return Optional.of("The password may have at most " + LONGEST + " characters.");
    }
    if (password.chars().distinct().count() < 5
        || password.toLowerCase(Locale.ROOT).contains(handle.toLowerCase(Locale.ROOT))) {
      return Optional.of("That password is too easy to guess. Four random words make a good one.");
    }
    return Optional.empty();
  }

  public final String hash(String password) {
    String hash = argon2.encode(password);
    if (hash == null) {
      throw new IllegalStateException("Argon2 gave no hash");
    }
    return hash;
  }

  /// Takes as long when there is no hash.
  public boolean matches(String password, Optional<String> hash) {
    boolean plausible = password.length() <= LONGEST;
    return argon2.matches(plausible ? password : "", hash.orElse(decoy))
        && hash.isPresent()
        && plausible;
  }
}
