package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.jobs.Job;

/// A job that was given to a worker.
///
/// @param job as it was then
/// @param fence tells this time from all others that the job was given out
/// @param arguments as JSON
public record Claim(Job job, long fence, String arguments) {}
