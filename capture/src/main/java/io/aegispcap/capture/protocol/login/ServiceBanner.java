package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// The line that a service greets with.
///
/// @param protocol such as `ftp` or `smtp`
/// @param frameId frame where the line ended
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param banner the line without its code and line end, as ISO 8859-1, at most 512 characters
public record ServiceBanner(String protocol, long frameId, long timestamp, String banner)
    implements Fact {

  @Override
  public void describe(FactWriter out) {
    out.text("service.banner", banner);
  }
}
