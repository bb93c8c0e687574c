package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.Handle;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.Profile;
import io.aegispcap.platform.alerts.Viewer;
import io.aegispcap.platform.alerts.inbox.Filter;
import io.aegispcap.platform.alerts.inbox.FilterReader;
import io.aegispcap.platform.alerts.inbox.FilterReading;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads filters as callers write them.
@Component
class Filters {
  private final People people;

  Filters(People people) {
    this.people = people;
  }

  FilterReading read(String text, Caller caller) {
    return new FilterReader(this::byHandle, Viewer.of(caller).person()).read(text);
  }

  /// @throws ProblemException INVALID with the place of what can't be understood
  Filter require(String text, Caller caller) {
    return switch (read(text, caller)) {
      case FilterReading.Understood(Filter filter) -> filter;
      case FilterReading.Misunderstood(int at, String why) ->
          throw new ProblemException(
              ProblemType.Common.INVALID, "q, at character " + (at + 1) + ": " + why);
    };
  }

  private Optional<PersonId> byHandle(String handle) {
    return Handle.parse(handle).flatMap(people::find).map(Profile::id);
  }
}
