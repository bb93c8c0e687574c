package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.FramedStream;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.login.LoginAttempt.Outcome;

/// Reads a connection to MySQL until the server has judged who comes, or TLS begins.
final class MysqlDialogue implements Dialogue {
  private static final int MOST = 1_024;

  private static final int OK = 0x00;
  private static final int MORE_DATA = 0x01;
  private static final int SWITCH = 0xfe;
  private static final int ERROR = 0xff;
  private static final int ACCESS_DENIED = 1045;
  private static final int ACCESS_DENIED_NO_PASSWORD = 1698;

  private final Attempts attempts;
  private final FramedStream fromClient = new FramedStream(MysqlPackets.FRAMING, MOST);
  private final FramedStream fromServer = new FramedStream(MysqlPackets.FRAMING, MOST);
  private String mechanism = "mysql_native_password";
  private boolean greeted;
  private boolean answered;
  private boolean over;

  MysqlDialogue(Attempts attempts) {
    this.attempts = attempts;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    try {
      switch (side) {
        case CLIENT -> fromClient.read(data, this::client);
        case SERVER -> fromServer.read(data, this::server);
      }
    } catch (MalformedMessageException e) {
      close();
      throw e;
    }
    return !over;
  }

  private void client(Bytes packet) {
    if (over || answered) {
      return; // answers to questions of the mechanism
    }
    if (packet.length() < MysqlPackets.USER || !MysqlPackets.isProtocol41(packet)) {
      throw new MalformedMessageException("no answer to a greeting");
    }
    answered = true;
    if (MysqlPackets.asksForTls(packet)) {
      over = true;
    } else {
      attempts.begin(MysqlPackets.text(packet, MysqlPackets.USER), mechanism, false);
    }
  }

  private void server(Bytes packet) {
    if (over || packet.length() <= MysqlPackets.HEADER) {
      return;
    }
    if (!answered) {
      greeting(packet);
      return;
    }
    switch (packet.u8(MysqlPackets.HEADER)) {
      case OK -> end(Outcome.ACCEPTED);
      case ERROR -> end(error(packet));
      case SWITCH, MORE_DATA -> {
        // The mechanism goes on.
      }
      default -> end(Outcome.UNKNOWN);
    }
  }

  private void greeting(Bytes packet) {
    if (greeted || packet.u8(MysqlPackets.HEADER) == ERROR) {
      over = true;
      return;
    }
    greeted = true;
    attempts.greet(MysqlPackets.text(packet, MysqlPackets.HEADER + 1));
    String last = packet.latin1(0, packet.length());
    int end = last.endsWith("\0") ? last.length() - 1 : last.length();
    String plugin = last.substring(last.lastIndexOf('\0', end - 1) + 1, end);
    if (plugin.endsWith("_password") || plugin.startsWith("auth_") || plugin.endsWith("ed25519")) {
      mechanism = plugin;
    }
  }

  private static Outcome error(Bytes packet) {
    int code =
        packet.length() < MysqlPackets.HEADER + 3 ? 0 : packet.u16Little(MysqlPackets.HEADER + 1);
    return code == ACCESS_DENIED || code == ACCESS_DENIED_NO_PASSWORD
        ? Outcome.REFUSED
        : Outcome.UNKNOWN;
  }

  private void end(Outcome outcome) {
    attempts.end(outcome);
    over = true;
  }

  @Override
  public boolean gap(Side side, long length) {
    close();
    return false;
  }

  @Override
  public void close() {
    attempts.end(Outcome.UNKNOWN);
  }
}
