package io.aegispcap.platform.jobs;

/// What a job leaves behind.
@FunctionalInterface
public interface JobEffect {

  /// Called in the transaction that records the job as done: exactly once counts, however often
  /// nodes or connections are lost. Changes of the database only.
  void apply();
}
