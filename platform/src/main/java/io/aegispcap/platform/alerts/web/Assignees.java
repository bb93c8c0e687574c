package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.Handle;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.Profile;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import org.springframework.stereotype.Component;

/// Finds who an alert shall be given to.
@Component
class Assignees {
  private final People people;

  Assignees(People people) {
    this.people = people;
  }

  /// @param handle with or without the @ before it
  /// @throws ProblemException INVALID when nobody is called so
  PersonId require(String handle) {
    String bare = handle.strip().startsWith("@") ? handle.strip().substring(1) : handle;
    return Handle.parse(bare)
        .flatMap(people::find)
        .map(Profile::id)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.Common.INVALID,
                    "Nobody here is called \"" + handle.strip() + "\"."));
  }
}
