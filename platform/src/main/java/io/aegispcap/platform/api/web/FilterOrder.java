package io.aegispcap.platform.api.web;

import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;

/// In which order a request meets our filters.
final class FilterOrder {
  /// Before anybody is identified.
  static final int FAILURES = SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10;

  /// Once it is known who calls.
  static final int RATE_LIMIT = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10;

  static final int IDEMPOTENCY = RATE_LIMIT + 10;
  static final int ENTITY_TAGS = RATE_LIMIT + 20;

  private FilterOrder() {}
}
