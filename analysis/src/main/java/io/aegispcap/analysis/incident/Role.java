package io.aegispcap.analysis.incident;

import java.util.Locale;

/// What a host is in an incident. One that was taken and then used against others is two things.
public enum Role {
  /// Did something to others.
  ATTACKER,

  /// Something was done to it, or it calls or sends where it should not.
  VICTIM,

  /// Was called or sent to by a victim.
  SERVER;

  /// Lower case, as written in outputs.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
