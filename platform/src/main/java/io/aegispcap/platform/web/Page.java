package io.aegispcap.platform.web;

import org.springframework.http.HttpStatus;

/// What an endpoint for browsers returns: a record of all that its template shows. The template
/// gets it as `page`, and the [Frame] around it as `frame`.
public non-sealed interface Page extends Reply {

  /// What the browser's tab says.
  String title();

  /// The template's path under `src/main/jte`, without its ending.
  String template();

  default HttpStatus status() {
    return HttpStatus.OK;
  }
}
