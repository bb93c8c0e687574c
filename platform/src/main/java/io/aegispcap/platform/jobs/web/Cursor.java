package io.aegispcap.platform.jobs.web;

import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.queue.JobQueue;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A place in a list of jobs, as clients carry it: microseconds since 1970, and the id.
final class Cursor {

  private Cursor() {}

  /// Where the next page starts; empty when this one is not full.
  static Optional<String> after(List<Job> page, int size) {
    return page.size() < size
        ? Optional.empty()
        : Optional.of(
            ChronoUnit.MICROS.between(Instant.EPOCH, page.getLast().submitted())
                + "_"
                + page.getLast().id());
  }

  static JobQueue.Place parse(String text) {
    try {
      int cut = text.indexOf('_');
      long micros = Long.parseLong(text.substring(0, Math.max(0, cut)));
      return new JobQueue.Place(
          Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
          new JobId(UUID.fromString(text.substring(cut + 1))));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException _) {
      throw new ProblemException(
          ProblemType.Common.BAD_REQUEST, "The cursor is none that a list of jobs gave out.");
    }
  }
}
