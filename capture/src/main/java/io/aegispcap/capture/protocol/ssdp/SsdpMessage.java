package io.aegispcap.capture.protocol.ssdp;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// A search, an announcement or an answer. Texts are at most 512 characters.
///
/// @param method `M-SEARCH`, `NOTIFY`, or `response`
/// @param target what is searched or announced (`ST`, `NT`)
/// @param event `ssdp:alive`, `ssdp:byebye` or `ssdp:update` of an announcement (`NTS`)
/// @param usn unique name of the service
/// @param server operating system and product, as the device says
/// @param location address of the device's description
/// @param userAgent of a search
public record SsdpMessage(
    long frameId,
    long timestamp,
    String method,
    String target,
    String event,
    String usn,
    String server,
    String location,
    String userAgent)
    implements Fact {

  @Override
  public String protocol() {
    return "ssdp";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("ssdp.method", method);
    out.text("ssdp.target", target);
    out.text("ssdp.event", event);
    out.text("ssdp.usn", usn);
    out.text("ssdp.server", server);
    out.text("ssdp.location", location);
    out.text("user_agent.original", userAgent);
  }
}
