package io.aegispcap.platform.captures.web;

import io.aegispcap.analysis.text.ByteCount;
import io.aegispcap.platform.captures.library.CaptureStore;
import io.aegispcap.platform.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What was deleted and can be restored.
///
/// @param kept for so long
public record DeletedCapturesPage(List<CaptureStore.Deleted> captures, Duration kept)
    implements Page {
  public DeletedCapturesPage {
    captures = List.copyOf(captures);
  }

  @Override
  public String title() {
    return "Deleted captures";
  }

  @Override
  public String template() {
    return "captures/deleted";
  }

  public Instant goes(CaptureStore.Deleted deleted) {
    return deleted.at().plus(kept);
  }

  public String bytes(long count) {
    return ByteCount.of(count);
  }

  /// Such as `7 days`, `36 hours`.
  public String span() {
    long days = kept.toDays();
    return kept.equals(Duration.ofDays(days))
        ? days + (days == 1 ? " day" : " days")
        : kept.toHours() + " hours";
  }
}
