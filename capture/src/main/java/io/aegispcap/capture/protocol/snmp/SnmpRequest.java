package io.aegispcap.capture.protocol.snmp;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;

/// What one host asks or tells another by SNMP, all times together that it was answered alike.
/// Source: RFC 3416, RFC 3412. Communities are like passwords: they are not kept.
///
/// @param frameId frame of the first time
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param byServer whether the conversation's server said it
/// @param version `1`, `2c` or `3`
/// @param community `public`, `private` or `other`; empty with version 3
/// @param mark tells communities apart; it is not written anywhere
/// @param user of version 3; may be empty
/// @param type such as `get-request`; `encrypted` when it can't be seen
/// @param names of variables, the first ones seen, in numbers
/// @param answer `ok`, the error's name, `unanswered`, or empty where none is due
/// @param count how often, 1 or more
/// @param lastFrame frame of the last time
public record SnmpRequest(
    long frameId,
    long timestamp,
    boolean byServer,
    String version,
    String community,
    int mark,
    String user,
    String type,
    List<String> names,
    String answer,
    long count,
    long lastFrame)
    implements Fact {
  public static final String UNANSWERED = "unanswered";

  public SnmpRequest {
    names = List.copyOf(names);
  }

  @Override
  public String protocol() {
    return "snmp";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("snmp.version", version);
    out.text("snmp.community", community);
    out.text("user.name", user);
    out.text("snmp.pdu_type", type);
    out.list("snmp.names", names);
    out.text("snmp.answer", answer);
    out.number("event.count", count);
    out.flag("snmp.by_server", byServer);
    out.number("snmp.last_frame", lastFrame);
  }
}
