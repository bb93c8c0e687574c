package io.aegispcap.plugin;

import java.util.Map;

/// Calls that the host makes for the plugin: over HTTPS, to hosts that were granted, without
/// following redirects elsewhere.
public interface Http {
  /// @param url `https://` and a granted host
  /// @param headers but for those that the connection needs
  /// @param body sent as UTF-8
  /// @throws NotGrantedException when the host was not granted
  /// @throws HttpFailedException when there was no answer, or the host refuses to call there
  Response post(String url, Map<String, String> headers, String body);

  /// @param status such as 200
  /// @param body at most 64 KiB of it
  record Response(int status, String body) {}
}
