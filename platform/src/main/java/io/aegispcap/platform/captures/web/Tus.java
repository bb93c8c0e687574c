package io.aegispcap.platform.captures.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How tus 1.0.0 spells things.
final class Tus {
  static final String VERSION = "1.0.0";
  static final String EXTENSIONS = "creation,creation-with-upload,expiration,termination,checksum";
  static final String CHUNK = "application/offset+octet-stream";

  static final String RESUMABLE = "Tus-Resumable";
  static final String SPOKEN = "Tus-Version";
  static final String OFFSET = "Upload-Offset";
  static final String LENGTH = "Upload-Length";
  static final String METADATA = "Upload-Metadata";
  static final String EXPIRES = "Upload-Expires";
  static final String CHECKSUM = "Upload-Checksum";

  /// `460 Checksum Mismatch`, of the checksum extension.
  static final int MISMATCH = 460;

  private Tus() {}

  /// From `Upload-Metadata`: keys, and values in Base64; empty when it can't be understood.
  static Optional<Map<String, String>> metadata(String header) {
    Map<String, String> metadata = new HashMap<>();
    try {
      for (String pair : header.isBlank() ? new String[0] : header.split(",", -1)) {
        String[] parts = pair.strip().split(" ", 2);
        byte[] value = Base64.getDecoder().decode(parts.length == 2 ? parts[1].strip() : "");
        metadata.put(parts[0], new String(value, StandardCharsets.UTF_8));
      }
      return Optional.of(metadata);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// As RFC 9110 5.6.7 has it.
  static String date(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }
}
