package io.aegispcap.capture.protocol.syslog;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Gathers who reports what sort of thing; a message a datagram.
final class SyslogDialogue implements Dialogue {
  private static final int MOST_HOSTS = 32;
  private static final int MOST_APPS = 64;
  private static final List<String> FACILITIES =
      List.of(
          "kern",
          "user",
          "mail",
          "daemon",
          "auth",
          "syslog",
          "lpr",
          "news",
          "uucp",
          "cron",
          "authpriv",
          "ftp",
          "ntp",
          "audit",
          "alert",
          "clock",
          "local0",
          "local1",
          "local2",
          "local3",
          "local4",
          "local5",
          "local6",
          "local7");

  private final Conversation conversation;
  private final long frameId;
  private final long timestamp;
  private final Set<String> hosts = new LinkedHashSet<>();
  private final Set<String> apps = new LinkedHashSet<>();
  private final Set<String> facilities = new LinkedHashSet<>();
  private int worst = 7;
  private long messages;

  SyslogDialogue(Conversation conversation) {
    this.conversation = conversation;
    frameId = conversation.frameId();
    timestamp = conversation.timestamp();
  }

  @Override
  public boolean read(Side side, Bytes data) {
    SyslogHeader.of(data).ifPresent(this::add);
    return true;
  }

  private void add(SyslogHeader header) {
    messages++;
    worst = Math.min(worst, header.severity());
    facilities.add(FACILITIES.get(header.facility()));
    add(hosts, header.host(), MOST_HOSTS);
    add(apps, header.app(), MOST_APPS);
  }

  private static void add(Set<String> set, String text, int most) {
    if (!text.isEmpty() && set.size() < most) {
      set.add(text);
    }
  }

  @Override
  public boolean gap(Side side, long length) {
    return true;
  }

  @Override
  public void close() {
    if (messages > 0) {
      conversation.emit(
          new SyslogSession(
              frameId,
              timestamp,
              new ArrayList<>(hosts),
              new ArrayList<>(apps),
              new ArrayList<>(facilities),
              worst,
              messages));
    }
    messages = 0;
  }
}
