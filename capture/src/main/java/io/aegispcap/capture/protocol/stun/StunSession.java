package io.aegispcap.capture.protocol.stun;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;

/// The STUN and TURN messages of one conversation together. Texts are at most 128 characters.
///
/// @param methods in the order they came
/// @param software that either side says it is, at most 4
/// @param mapped addresses and ports at which a host is seen, at most 8
/// @param peers for whom a relay passes data on, at most 16
/// @param realm of a relay that asks for credentials; empty without
/// @param error the last error code; 0 when there was none
public record StunSession(
    long frameId,
    long timestamp,
    List<String> methods,
    List<String> software,
    List<String> mapped,
    List<String> peers,
    String realm,
    int error,
    long requests,
    long answers)
    implements Fact {
  public StunSession {
    methods = List.copyOf(methods);
    software = List.copyOf(software);
    mapped = List.copyOf(mapped);
    peers = List.copyOf(peers);
  }

  @Override
  public String protocol() {
    return "stun";
  }

  @Override
  public void describe(FactWriter out) {
    out.list("stun.methods", methods);
    out.list("stun.software", software);
    out.list("stun.mapped_address", mapped);
    out.list("turn.peer_address", peers);
    out.text("turn.realm", realm);
    if (error != 0) {
      out.number("stun.error", error);
    }
    out.number("stun.requests", requests);
    out.number("stun.answers", answers);
  }
}
