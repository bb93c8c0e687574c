package io.aegispcap.platform.captures.flows;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Files that flows are handed out in, as `aegis flows` writes them.
public enum FlowFormat {
  CSV("text/csv"),
  JSONL("application/jsonl"),
  PARQUET("application/vnd.apache.parquet");

  private final String mediaType;

  FlowFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /// Also the end of a file's name.
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FlowFormat> parse(String slug) {
    return Arrays.stream(values()).filter(each -> each.slug().equals(slug)).findFirst();
  }
}
