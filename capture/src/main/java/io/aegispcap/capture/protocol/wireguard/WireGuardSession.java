package io.aegispcap.capture.protocol.wireguard;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// The messages of one conversation by their types. All else is encrypted.
///
/// @param initiations of handshakes
/// @param responses to them
/// @param cookies replies of a peer under load
/// @param packets that carry data, keep-alives among them, both ways
/// @param bytes of these packets
public record WireGuardSession(
    long frameId,
    long timestamp,
    long initiations,
    long responses,
    long cookies,
    long packets,
    long bytes)
    implements Fact {

  @Override
  public String protocol() {
    return "wireguard";
  }

  @Override
  public void describe(FactWriter out) {
    out.number("wireguard.initiations", initiations);
    out.number("wireguard.responses", responses);
    out.number("wireguard.cookie_replies", cookies);
    out.number("wireguard.data.packets", packets);
    out.number("wireguard.data.bytes", bytes);
  }
}
