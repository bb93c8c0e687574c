package io.aegispcap.platform.access;

/// What a module keeps about people, for those who want a copy of theirs.
public interface PersonalData {

  /// The key in the copy.
  String heading();

  /// Records, maps and lists, which become JSON; never a secret.
  Object of(PersonId person);
}
