package io.aegispcap.platform.api.web;

import io.aegispcap.platform.api.KeptAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// An answer that can be given again.
final class RecordedResponse extends ContentCachingResponseWrapper {

  /// What belongs to one request, not to the answer.
  private static final Set<String> OF_THE_REQUEST =
      Set.of("set-cookie", "x-request-id", "date", "vary", "content-length", "transfer-encoding");

  RecordedResponse(HttpServletResponse response) {
    super(response);
  }

  KeptAnswer answer() {
    Stream<String> headers =
        getHeaderNames().stream()
            .filter(RecordedResponse::isKept)
            .distinct()
            .flatMap(name -> getHeaders(name).stream().flatMap(value -> Stream.of(name, value)));
    return new KeptAnswer(getStatus(), withType(headers.toList()), getContentAsByteArray());
  }

  private List<String> withType(List<String> headers) {
    String type = getContentType();
    return type == null || headers.stream().anyMatch("Content-Type"::equalsIgnoreCase)
        ? headers
        : Stream.concat(headers.stream(), Stream.of("Content-Type", type)).toList();
  }

  private static boolean isKept(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !OF_THE_REQUEST.contains(lower) && !lower.startsWith("x-ratelimit-");
  }
}
