package io.aegispcap.capture.protocol.ike;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;

/// The messages of one conversation together.
///
/// @param version 1 or 2
/// @param exchanges in the order they came; with version 1, `aggressive` shows a hash of the key
/// @param answered whether the responder took part
/// @param messages both ways
/// @param packets of ESP within the same ports (RFC 3948), both ways
/// @param bytes of the latter
public record IkeSession(
    long frameId,
    long timestamp,
    int version,
    List<String> exchanges,
    boolean answered,
    long messages,
    long packets,
    long bytes)
    implements Fact {
  public IkeSession {
    exchanges = List.copyOf(exchanges);
  }

  @Override
  public String protocol() {
    return "ike";
  }

  @Override
  public void describe(FactWriter out) {
    out.number("ike.version", version);
    out.list("ike.exchanges", exchanges);
    out.flag("ike.answered", answered);
    out.number("ike.messages", messages);
    out.number("ike.esp.packets", packets);
    out.number("ike.esp.bytes", bytes);
  }
}
