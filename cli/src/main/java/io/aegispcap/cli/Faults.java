package io.aegispcap.cli;

import io.aegispcap.capture.file.MalformedCaptureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// The boundary at which whatever went wrong becomes one line and an exit code.
final class Faults implements IExecutionExceptionHandler, Thread.UncaughtExceptionHandler {
  static final int BAD_INPUT = 1;

  /// As `EX_SOFTWARE` in BSD's sysexits.h.
  static final int OUR_FAULT = 70;

  private static final String REPORT =
      "This is a fault of AegisPCAP: please report it as CONTRIBUTING.md says. AEGIS_DEBUG=1 shows"
          + " more.";

  /// Nanoseconds.
  private static final long PATIENCE = 3_000_000_000L;

  private final Console console;
  private final AtomicBoolean ending = new AtomicBoolean();

  Faults(Console console) {
    this.console = console;
  }

  @Override
  public int handleExecutionException(
      Exception fault, CommandLine commandLine, ParseResult arguments) {
    if (console.debug()) {
      fault.printStackTrace(commandLine.getErr());
    }
    Throwable cause =
        fault instanceof UncheckedIOException && fault.getCause() != null
            ? fault.getCause()
            : fault;
    if (cause instanceof IOException bad) {
      commandLine.getErr().println("aegis: " + explain(bad));
      return BAD_INPUT;
    }
    commandLine.getErr().println("aegis: " + oneLine(fault) + ". " + REPORT);
    return OUR_FAULT;
  }

  private static String explain(IOException bad) {
    return switch (bad) {
      case MalformedCaptureException malformed ->
          malformed.getMessage()
              + (malformed.offset() > 0
                  ? " (--lenient reads on behind corrupt bytes where the format allows it)"
                  : "");
      case FileSystemException file when file.getReason() == null -> oneLine(file);
      case IOException other when other.getMessage() == null -> oneLine(other);
      case IOException other -> String.valueOf(other.getMessage());
    };
  }

  private static String oneLine(Throwable fault) {
    return fault.toString().replaceAll("\\s*\\R\\s*", " ");
  }

  /// What no command could handle, such as a heap that is too small.
  @Override
  public void uncaughtException(Thread thread, Throwable fault) {
    try {
      tell(fault);
    } finally {
      end();
    }
  }

  private void tell(Throwable fault) {
    if (fault instanceof OutOfMemoryError) {
      System.err.println(
          "aegis: not enough memory: try --max-flows 100000, or a larger heap with"
              + " AEGIS_JAVA_OPTS=-Xmx4g");
    } else {
      System.err.println("aegis: " + oneLine(fault) + ". " + REPORT);
    }
    if (console.debug()) {
      fault.printStackTrace();
    }
  }

  /// Without memory what is done on exit can fail as well, and would wait for itself: it gets some
  /// time.
  private void end() {
    if (!ending.getAndSet(true)) {
      System.exit(OUR_FAULT);
    }
    LockSupport.parkNanos(PATIENCE);
    Runtime.getRuntime().halt(OUR_FAULT);
  }
}
