package io.aegispcap.platform.jobs;

import io.aegispcap.platform.access.PersonId;

/// Work to be done.
///
/// @param kind names the [JobHandler] that knows how
/// @param owner whose job it is
/// @param title what it does, for people
/// @param place path of the page that it is about
/// @param arguments a record, kept as JSON for the handler
public record JobRequest(
    String kind, PersonId owner, String title, String place, Object arguments) {
  public JobRequest {
    if (!place.startsWith("/")) {
      throw new IllegalArgumentException("not the path of a page: " + place);
    }
  }
}
