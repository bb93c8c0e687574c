package io.aegispcap.capture.protocol.syslog;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;

/// The messages of one conversation together. What they say is not kept.
///
/// @param hosts that are named as origins, at most 32, in the order they came
/// @param apps programs that are named, at most 64
/// @param facilities by RFC 5424's names
/// @param worst lowest severity code that was seen: 0 emergency to 7 debug
public record SyslogSession(
    long frameId,
    long timestamp,
    List<String> hosts,
    List<String> apps,
    List<String> facilities,
    int worst,
    long messages)
    implements Fact {
  private static final List<String> SEVERITIES =
      List.of(
          "emergency", "alert", "critical", "error", "warning", "notice", "informational", "debug");

  public SyslogSession {
    hosts = List.copyOf(hosts);
    apps = List.copyOf(apps);
    facilities = List.copyOf(facilities);
  }

  @Override
  public String protocol() {
    return "syslog";
  }

  @Override
  public void describe(FactWriter out) {
    out.list("log.syslog.hostname", hosts);
    out.list("log.syslog.appname", apps);
    out.list("log.syslog.facility.name", facilities);
    out.number("log.syslog.severity.code", worst);
    out.text("log.syslog.severity.name", SEVERITIES.get(worst));
    out.number("syslog.messages", messages);
  }
}
