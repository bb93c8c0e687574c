package io.aegispcap.extension.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The one record that a failure leaves.
///
/// @param plugin id
/// @param version of the plugin
/// @param cause what kind of failure
/// @param message what happened, one line
/// @param batch which answer failed, counted from 1; 0 is the start
/// @param time when
/// @param output the last lines that its process wrote to standard error, and the places of what it
///   threw; at most [#MAX_LINES]
public record PluginFailure(
    String plugin,
    String version,
    Cause cause,
    String message,
    long batch,
    Instant time,
    List<String> output) {
  public static final int MAX_LINES = 40;

  public PluginFailure {
    output = List.copyOf(output.subList(Math.max(0, output.size() - MAX_LINES), output.size()));
  }

  /// Kinds of failures.
  public enum Cause {
    /// It threw something.
    THREW,
    /// Its process ended before its answer did.
    CRASHED,
    /// It took longer than it may for an answer.
    TIMED_OUT,
    /// It used up its memory.
    OUT_OF_MEMORY,
    /// It used up its processor time.
    OUT_OF_CPU,
    /// It said more than it may.
    OUTPUT_TOO_LARGE,
    /// It said what is no answer, or what it was not granted.
    BROKE_RULES,
    /// Its process could not be confined, or not be started.
    NOT_STARTED;

    /// Lower case with dashes, as logs and pages write it.
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
