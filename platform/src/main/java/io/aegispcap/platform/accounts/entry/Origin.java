package io.aegispcap.platform.accounts.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/// Where somebody enters from.
///
/// @param address of the network
/// @param agent what their browser calls itself
public record Origin(String address, String agent) {
  private static final int LONGEST_AGENT = 300;

  public static Origin of(HttpServletRequest request) {
    String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
    return new Origin(
        request.getRemoteAddr(), agent.substring(0, Math.min(LONGEST_AGENT, agent.length())));
  }
}
