package io.aegispcap.platform.database;

import java.io.IOException;
import org.springframework.scheduling.annotation.Scheduled;

/// Looks every second whether our server still runs. Its process is not waited for, since it may be
/// one that an earlier run started.
final class PostgresWatch {
  private final EmbeddedPostgres postgres;

  PostgresWatch(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  @Scheduled(fixedDelayString = "PT1S")
  void look() throws IOException {
    postgres.keepRunning();
  }
}
