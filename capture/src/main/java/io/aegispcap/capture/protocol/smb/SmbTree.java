package io.aegispcap.capture.protocol.smb;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.Locale;

/// A share that a client wanted. Source: MS-SMB2 2.2.9, MS-CIFS 2.2.4.55.
///
/// @param frameId frame of the request
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param path such as `\\SERVER\C$`
/// @param type `disk`, `pipe` or `print`; empty when it was refused
/// @param status [NtStatus], unsigned
public record SmbTree(long frameId, long timestamp, String path, String type, long status)
    implements Fact {

  @Override
  public String protocol() {
    return "smb";
  }

  /// Its last part in capitals, such as `C$`.
  public String share() {
    return path.substring(path.lastIndexOf('\\') + 1).toUpperCase(Locale.ROOT);
  }

  @Override
  public void describe(FactWriter out) {
    out.text("smb.share", path);
    out.text("smb.share_type", type);
    out.text("smb.status", NtStatus.name(status));
  }
}
