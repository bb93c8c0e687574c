package io.aegispcap.platform.jobs;

import io.aegispcap.platform.access.PersonId;
import java.time.Instant;
import java.util.Optional;

/// Work that somebody wants done, as it is now.
///
/// @param title what it does, for people
/// @param place path of the page that it is about
/// @param progress from 0 to 1
/// @param step what it is busy with, for people; empty when it does not say
/// @param attempt how often it was started; 0 before the first time
/// @param problem why the last attempt ended without success
/// @param cancelling whether somebody wants it to end
/// @param due when a queued job may start: later than now after a failed attempt
/// @param started when the last attempt began
public record Job(
    JobId id,
    String kind,
    PersonId owner,
    String title,
    String place,
    JobState state,
    double progress,
    String step,
    int attempt,
    Optional<String> problem,
    boolean cancelling,
    Instant submitted,
    Instant due,
    Optional<Instant> started,
    Optional<Instant> ended) {}
