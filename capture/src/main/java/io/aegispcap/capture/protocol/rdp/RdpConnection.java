package io.aegispcap.capture.protocol.rdp;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;

/// How a connection of Remote Desktop began. Source: MS-RDPBCGR 2.2.1.
///
/// @param frameId frame of the request, or of the answer when the request was not seen
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param cookie the user's name, or its beginning; empty when the client sent none
/// @param requested security that the client offers: `rdp`, `tls`, `credssp` ...
/// @param selected what the server chose; empty when it refused, or did not answer
/// @param failure why the server refused; empty when it did not
/// @param answered whether the server answered
/// @param clientName of the client's host, where it stands in the open
/// @param clientBuild of the client's program; 0 when it is not known
/// @param keyboardLayout as Windows numbers it; 0 when it is not known
/// @param width of the desktop in pixels; 0 when it is not known
/// @param height of the desktop in pixels; 0 when it is not known
public record RdpConnection(
    long frameId,
    long timestamp,
    String cookie,
    List<String> requested,
    String selected,
    String failure,
    boolean answered,
    String clientName,
    long clientBuild,
    long keyboardLayout,
    int width,
    int height)
    implements Fact {
  public RdpConnection {
    requested = List.copyOf(requested);
  }

  @Override
  public String protocol() {
    return "rdp";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("rdp.cookie", cookie);
    out.list("rdp.requested_security", requested);
    out.text("rdp.security_protocol", selected);
    out.text("rdp.failure", failure);
    out.flag("rdp.answered", answered);
    out.text("rdp.client_name", clientName);
    if (clientBuild > 0) {
      out.number("rdp.client_build", clientBuild);
      out.text("rdp.keyboard_layout", "0x%x".formatted(keyboardLayout));
      out.number("rdp.desktop_width", width);
      out.number("rdp.desktop_height", height);
    }
  }
}
