package io.aegispcap.platform.network;

import io.aegispcap.analysis.tuning.Entry;
import io.aegispcap.platform.access.PersonId;
import java.time.Instant;

/// Something that is allowed, or a device, as somebody added it.
public record KnownEntry(long id, Entry entry, PersonId addedBy, Instant added) {

  /// What analyses call it.
  public static String source(long id) {
    return "entry " + id + " of the network";
  }
}
