package io.aegispcap.capture.protocol.smb;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// A transaction of SMB 1 that no ordinary client makes, or that is out of proportion: those of
/// which exploits are made. Source: MS-CIFS 2.2.5 to 2.2.7.
///
/// @param frameId frame of the request
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param command `trans`, `trans2` or `nt_trans`
/// @param function subcommand: of `trans` 0x23 peeks into a pipe; of `trans2` 0x0e was never
///   defined
/// @param totalData bytes of data that the whole transaction is to have
/// @param multiplexId number that the client gave the request
/// @param status [NtStatus], unsigned; [NtStatus#UNANSWERED] without an answer
public record SmbTransaction(
    long frameId,
    long timestamp,
    String command,
    int function,
    long totalData,
    int multiplexId,
    long status)
    implements Fact {

  @Override
  public String protocol() {
    return "smb";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("smb.command", command);
    out.number("smb.function", function);
    out.number("smb.total_data", totalData);
    out.number("smb.multiplex_id", multiplexId);
    out.text("smb.status", NtStatus.name(status));
  }
}
