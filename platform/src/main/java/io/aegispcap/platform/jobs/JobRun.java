package io.aegispcap.platform.jobs;

/// One attempt at a job, as its handler sees it.
public interface JobRun {

  JobId id();

  /// Counts from 1.
  int attempt();

  /// What the job was submitted with.
  <T> T arguments(Class<T> type);

  /// Shows how far it is. Cheap: call it as often as you like.
  ///
  /// @param fraction from 0 to 1
  /// @param step what it is busy with, for people
  void progress(double fraction, String step);

  /// Whether to stop, since somebody cancelled it, the server stops, or another node took over. Ask
  /// often. Once this said so, return or throw whatever you like: it has no effect.
  boolean cancelled();
}
