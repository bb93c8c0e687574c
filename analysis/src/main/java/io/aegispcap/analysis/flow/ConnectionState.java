package io.aegispcap.analysis.flow;

/// How far a TCP connection came, by Zeek's names for `conn_state` (docs.zeek.org,
/// base/protocols/conn/main.zeek). Other protocols are `SF` when both sides spoke, `SHR` when just
/// the side that answers was seen, else `S0`.
public enum ConnectionState {
  /// Attempt seen, no reply.
  S0,
  /// Established, not ended.
  S1,
  /// Established, the originator closed, no answer from the responder.
  S2,
  /// Established, the responder closed, no answer from the originator.
  S3,
  /// Established and ended by FIN both ways.
  SF,
  /// Attempt rejected by RST.
  REJ,
  /// Established, the originator aborted by RST.
  RSTO,
  /// The responder aborted by RST.
  RSTR,
  /// The originator aborted by RST, and no SYN-ACK was seen.
  RSTOS0,
  /// The responder aborted by RST, and no opening of the originator was seen.
  RSTRH,
  /// The originator closed by FIN, and no SYN-ACK was seen.
  SH,
  /// The responder closed by FIN, and no opening of the originator was seen.
  SHR,
  /// Neither opening nor end seen: traffic of a connection that began before the capture.
  OTH
}
