package io.aegispcap.platform.jobs;

import io.aegispcap.platform.access.PersonId;

/// A job is done, failed or cancelled. Published in the transaction that records it.
public record JobEnded(JobId id, String kind, PersonId owner, JobState state) {}
