package io.aegispcap.capture.protocol.shell;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;

/// Finds out which side is the shell: the one whose output looks like one's, or the other of that
/// which gives well-known commands. Pieces of a stream may be missing.
final class ShellDialogue implements Dialogue {
  /// Bytes of a side that are searched; lines are counted in them too.
  private static final long MOST = 1L << 16;

  /// So many well-known commands are enough where no output is known.
  private static final int ENOUGH_COMMANDS = 2;

  private final Conversation conversation;
  private final Talker client = new Talker();
  private final Talker server = new Talker();
  private long frameId;
  private long timestamp;
  private boolean seen;
  private boolean told;

  private static final class Talker {
    long bytes;
    long lines;
    long outputs;
    long commands;

    void read(Bytes data) {
      bytes += data.length();
      String text = ShellSigns.text(data);
      outputs += ShellSigns.isOutput(text) ? 1 : 0;
      commands += ShellSigns.isCommand(text) ? 1 : 0;
      lines += text.chars().filter(c -> c == '\n').count();
    }
  }

  ShellDialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    Talker talker = side == Side.CLIENT ? client : server;
    if (talker.bytes < MOST) {
      talker.read(data);
    }
    if (!seen) {
      seen = true;
      frameId = conversation.frameId();
      timestamp = conversation.timestamp();
    }
    return client.bytes < MOST || server.bytes < MOST;
  }

  @Override
  public boolean gap(Side side, long length) {
    return true;
  }

  @Override
  public void close() {
    if (told) {
      return;
    }
    told = true;
    if (lends(client, server) && client.outputs >= server.outputs) {
      tell(true, client, server);
    } else if (lends(server, client)) {
      tell(false, server, client);
    }
  }

  private static boolean lends(Talker shell, Talker user) {
    return shell.bytes > 0
        && user.lines > 0
        && (shell.outputs > 0 || user.commands >= ENOUGH_COMMANDS);
  }

  private void tell(boolean byOpener, Talker shell, Talker user) {
    conversation.emit(new ShellSession(frameId, timestamp, byOpener, user.lines, shell.outputs));
  }
}
