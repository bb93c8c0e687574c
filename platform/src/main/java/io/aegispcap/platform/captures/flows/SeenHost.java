package io.aegispcap.platform.captures.flows;

import java.util.Locale;

/// A host of a capture, by its address, or by a name that was asked for or spoken to.
///
/// @param host in lower case; the beginning of what is too long for a name
/// @param address whether it is an address
/// @param flows it is in
public record SeenHost(String host, boolean address, long flows) {
  private static final int LONGEST = 255;

  public SeenHost {
    String clean = host.replace("\0", "").toLowerCase(Locale.ROOT);
    host = clean.substring(0, Math.min(LONGEST, clean.length()));
  }
}
