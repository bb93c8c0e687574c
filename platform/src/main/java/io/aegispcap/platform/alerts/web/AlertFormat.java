package io.aegispcap.platform.alerts.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Files that alerts are handed out as.
enum AlertFormat {
  CSV("text/csv;charset=UTF-8"),
  JSON("application/json;charset=UTF-8"),
  PARQUET("application/vnd.apache.parquet");

  private final String mediaType;

  AlertFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /// Also the end of a file's name.
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<AlertFormat> parse(String slug) {
    return Arrays.stream(values()).filter(format -> format.slug().equals(slug)).findFirst();
  }
}
