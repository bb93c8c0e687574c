package io.aegispcap.platform.captures;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What whoever runs the place decides about captures.
///
/// @param quota bytes that one person may keep here
/// @param maxSize of one capture
/// @param uploadExpiry how long an upload that does not go on is kept
/// @param keepDeleted how long a deleted capture can be restored
/// @param threads that analyse one capture; 0 for one less than there are processors
@ConfigurationProperties("aegis.captures")
public record CaptureSettings(
    @DefaultValue("100GB") DataSize quota,
    @DefaultValue("20GB") DataSize maxSize,
    @DefaultValue("24h") Duration uploadExpiry,
    @DefaultValue("7d") Duration keepDeleted,
    @DefaultValue("0") int threads) {

  /// Threads that analyse one capture, at least one.
  public int engineThreads() {
    int spared = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 64);
    return threads == 0 ? spared : threads;
  }
}
