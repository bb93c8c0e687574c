package io.aegispcap.platform.jobs.queue;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param workers how many jobs this node does at once; 0 leaves them to other nodes
/// @param attempts how often a job is tried
/// @param backoff how long to wait after the first attempt; doubled each time, and up to half of it
///   taken off by chance
/// @param longestBackoff at most
/// @param lease after how long without a sign of life another node takes a job over
/// @param poll how often to look for jobs when the database does not tell
/// @param keep how long jobs are shown after their end
@ConfigurationProperties("aegis.jobs")
public record JobSettings(
    @DefaultValue("2") int workers,
    @DefaultValue("5") int attempts,
    @DefaultValue("PT5S") Duration backoff,
    @DefaultValue("PT10M") Duration longestBackoff,
    @DefaultValue("PT30S") Duration lease,
    @DefaultValue("PT5S") Duration poll,
    @DefaultValue("P30D") Duration keep) {}
