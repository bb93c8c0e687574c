package io.aegispcap.capture.protocol.tftp;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// Somebody asked to read or write a file (RFC 1350 5, RFC 2349).
///
/// @param write whether the client sends the file
/// @param file at most 255 characters
/// @param mode `octet`, `netascii` or `mail`
/// @param size that the client announces of what it sends (option `tsize`); -1 when it does not
public record TftpRequest(
    long frameId, long timestamp, boolean write, String file, String mode, long size)
    implements Fact {

  @Override
  public String protocol() {
    return "tftp";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("tftp.operation", write ? "write" : "read");
    out.text("file.path", file);
    out.text("tftp.mode", mode);
    if (size >= 0) {
      out.number("file.size", size);
    }
  }
}
