package io.aegispcap.platform.api.openapi;

import io.aegispcap.platform.web.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;

/// A refusal as programs see it. Source: RFC 9457.
@Schema(description = "A refusal, as in RFC 9457.")
record ProblemDocument(
    @Schema(description = "Which kind: stable, and the path of a page that explains it.")
        String type,
    @Schema(description = "The kind in words.") String title,
    @Schema(description = "The HTTP status.", example = "404") int status,
    @Schema(description = "What is wrong in the case at hand.") String detail,
    @Schema(description = "What was asked for.", example = "/api/v1/me") String instance,
    @Schema(
            description = "The id of the request, as in X-Request-Id.",
            example = "5f1c0a9e2b7d4c6f8a1b3c5d7e9f0a2b")
        String requestId) {

  static ProblemDocument of(ProblemType type) {
    return new ProblemDocument(
        type.uri(),
        type.title(),
        type.status().value(),
        type.title() + ".",
        "/api/v1/me",
        "5f1c0a9e2b7d4c6f8a1b3c5d7e9f0a2b");
  }
}
