package io.aegispcap.platform.api;

import java.util.List;

/// What a post was answered.
///
/// @param headers in pairs of name and value
public record KeptAnswer(int status, List<String> headers, byte[] body) {
  public KeptAnswer {
    headers = List.copyOf(headers);
    body = body.clone();
  }
}
