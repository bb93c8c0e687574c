package io.aegispcap.capture.protocol.irc;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;

/// A connection to a server of IRC. Passwords are never kept, nor what is said.
///
/// @param frameId frame of the first line
/// @param nick the last one that the client took; at most 128 characters, as all texts
/// @param user as the client registered
/// @param realName likewise
/// @param server name by which the server calls itself
/// @param channels that the client asked to join, at most 64
/// @param sent messages of the client to channels and people
/// @param received messages of others that the client was sent
/// @param registered whether the server welcomed the client (numeric 001)
public record IrcSession(
    long frameId,
    long timestamp,
    String nick,
    String user,
    String realName,
    String server,
    List<String> channels,
    long sent,
    long received,
    boolean registered)
    implements Fact {
  public IrcSession {
    channels = List.copyOf(channels);
  }

  @Override
  public String protocol() {
    return "irc";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("irc.nick", nick);
    out.text("user.name", user);
    out.text("user.full_name", realName);
    out.text("irc.server", server);
    out.list("irc.channels", channels);
    out.number("irc.sent", sent);
    out.number("irc.received", received);
    out.flag("irc.registered", registered);
  }
}
