package io.aegispcap.capture.protocol.irc;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Lines;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Follows both sides line by line and tells of the session at its end. STARTTLS ends the reading,
/// as does a gap.
final class IrcDialogue implements Dialogue {
  private static final int MOST_CHANNELS = 64;
  private static final int LONGEST = 128;

  private final Conversation conversation;
  private final long frameId;
  private final long timestamp;
  private final Lines commands = new Lines();
  private final Lines replies = new Lines();
  private final List<String> channels = new ArrayList<>(2);
  private String nick = "";
  private String user = "";
  private String realName = "";
  private String server = "";
  private long sent;
  private long received;
  private boolean registered;
  private boolean told;

  IrcDialogue(Conversation conversation) {
    this.conversation = conversation;
    frameId = conversation.frameId();
    timestamp = conversation.timestamp();
  }

  @Override
  public boolean read(Side side, Bytes data) {
    try {
      boolean more =
          side == Side.CLIENT
              ? commands.read(data, this::command)
              : replies.read(data, this::reply);
      if (!more) {
        close();
      }
      return more;
    } catch (MalformedMessageException e) {
      close();
      throw e;
    }
  }

  @Override
  public boolean gap(Side side, long length) {
    close();
    return false;
  }

  @Override
  public void close() {
    if (!told) {
      told = true;
      conversation.emit(
          new IrcSession(
              frameId,
              timestamp,
              nick,
              user,
              realName,
              server,
              channels,
              sent,
              received,
              registered));
    }
  }

  private boolean command(String line) {
    String[] words = line.strip().split(" +", 6);
    switch (words[0].toUpperCase(Locale.ROOT)) {
      case "NICK" -> nick = word(words, 1);
      case "USER" -> {
        user = word(words, 1);
        int text = line.indexOf(" :");
        realName = text < 0 ? word(words, 4) : cut(line.substring(text + 2));
      }
      case "JOIN" -> join(word(words, 1));
      case "PRIVMSG", "NOTICE" -> sent++;
      default -> {
        // Commands that tell nothing of who is where.
      }
    }
    return true;
  }

  private void join(String names) {
    for (String name : names.split(",", MOST_CHANNELS)) {
      if (!name.isEmpty() && channels.size() < MOST_CHANNELS && !channels.contains(name)) {
        channels.add(name);
      }
    }
  }

  private boolean reply(String line) {
    if (!line.startsWith(":")) {
      return true;
    }
    String[] words = line.split(" +", 4);
    switch (words.length > 1 ? words[1] : "") {
      case "001" -> {
        registered = true;
        server = cut(words[0].substring(1));
        nick = nick.isEmpty() ? word(words, 2) : nick;
      }
      case "PRIVMSG" -> received++;
      case "670" -> {
        return false; // what follows is TLS
      }
      default -> {
        // Replies that tell nothing of who is where.
      }
    }
    return true;
  }

  private static String word(String[] words, int index) {
    String word = index < words.length ? words[index] : "";
    return cut(word.startsWith(":") ? word.substring(1) : word);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }
}
