package io.aegispcap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/// What is said on standard error while a command works: progress when a person looks on, notices
/// always; neither with `--quiet`.
final class Announcements {
  private final Console console;
  private final boolean quiet;
  private final PrintWriter err;

  Announcements(Console console, boolean quiet, PrintWriter err) {
    this.console = console;
    this.quiet = quiet;
    this.err = err;
  }

  /// Whether no progress is to be shown.
  boolean quiet() {
    return quiet || !console.errIsTerminal();
  }

  ProgressBar progress(List<String> captures) throws IOException {
    return new ProgressBar(err, System::nanoTime, ProgressBar.total(captures));
  }

  void notices(List<String> notices) {
    if (!quiet) {
      notices.forEach(notice -> err.println("aegis: note: " + notice));
    }
  }
}
