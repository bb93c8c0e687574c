package io.aegispcap.capture.protocol.openvpn;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// A tunnel from its first packet to its end.
///
/// @param protection of the control channel: `none`, `tls-auth`, `tls-crypt` or `tls-crypt-v2`
/// @param answered whether the server took the session up
/// @param control packets of control, both ways
/// @param packets packets of data, both ways
/// @param bytes of the latter
public record OpenVpnSession(
    long frameId,
    long timestamp,
    String protection,
    boolean answered,
    long control,
    long packets,
    long bytes)
    implements Fact {

  @Override
  public String protocol() {
    return "openvpn";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("openvpn.protection", protection);
    out.flag("openvpn.answered", answered);
    out.number("openvpn.control.packets", control);
    out.number("openvpn.data.packets", packets);
    out.number("openvpn.data.bytes", bytes);
  }
}
