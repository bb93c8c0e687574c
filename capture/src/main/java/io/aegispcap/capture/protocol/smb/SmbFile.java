package io.aegispcap.capture.protocol.smb;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// What a client did with a file, folder or pipe from opening to closing it. Source: MS-SMB2
/// 2.2.13, MS-CIFS 2.2.4.64.
///
/// @param frameId frame that asked for it
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param share such as `\\SERVER\C$`; empty when it was not seen
/// @param name path in the share; empty for its root
/// @param pipe whether it is a pipe
/// @param action `opened`, `created`, `overwritten`, `superseded`, or `failed`
/// @param bytesRead that the server sent
/// @param bytesWritten that the client sent
/// @param deleted whether the client had it deleted
/// @param renamedTo new path; empty when it kept its name
/// @param status [NtStatus] of opening it, unsigned
public record SmbFile(
    long frameId,
    long timestamp,
    String share,
    String name,
    boolean pipe,
    String action,
    long bytesRead,
    long bytesWritten,
    boolean deleted,
    String renamedTo,
    long status)
    implements Fact {

  @Override
  public String protocol() {
    return "smb";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("smb.share", share);
    out.text("file.path", name);
    out.flag("smb.pipe", pipe);
    out.text("event.action", action);
    if (bytesRead > 0) {
      out.number("smb.bytes_read", bytesRead);
    }
    if (bytesWritten > 0) {
      out.number("smb.bytes_written", bytesWritten);
    }
    if (deleted) {
      out.flag("smb.deleted", true);
    }
    out.text("smb.renamed_to", renamedTo);
    out.text("smb.status", NtStatus.name(status));
  }
}
