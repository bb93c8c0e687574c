package io.aegispcap.analysis.flow;

/// How far a TCP connection came, by Zeek's names for `conn_state` (docs.zeek.org,
/// base/protocols/conn/main.zeek). Other protocols are `SF` when both sides spoke, else `S0`.
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
  /// SYN then RST by the originator, no SYN-ACK seen.
  RSTOS0,
  /// SYN-ACK then RST by the responder, no SYN seen.
  RSTRH,
  /// SYN then FIN by the originator, no SYN-ACK seen.
  SH,
  /// SYN-ACK then FIN by the responder, no SYN seen.
  SHR,
  /// No SYN seen: traffic of a connection that began before the capture.
  OTH
}
