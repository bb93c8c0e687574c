package io.aegispcap.platform.jobs;

/// Knows how to do one kind of job. A module offers it as a bean.
public interface JobHandler {

  /// As in [JobRequest], the same for ever: queued jobs name it. `module.verb`.
  String kind();

  /// Does the work, with no transaction open. May be called again for the same job, after an
  /// exception or when a node was lost, so only the effect may change what others see.
  ///
  /// @return what to keep of it
  /// @throws JobFailedException when trying again can't help
  /// @throws Exception for any other reason: it is tried again later, a few times
  JobEffect run(JobRun run) throws Exception;
}
