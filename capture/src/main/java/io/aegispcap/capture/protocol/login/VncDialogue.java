package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Accumulator;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.login.LoginAttempt.Outcome;

/// Reads how a connection of the Remote Framebuffer Protocol begins, up to the server's judgement.
/// Of the kinds of security only VNC's own is read (RFC 6143 7.2.2).
final class VncDialogue implements Dialogue {
  private static final int MOST = 512;
  private static final int VNC_AUTHENTICATION = 2;
  private static final int CHALLENGE = 16;

  private final Attempts attempts;
  private final Accumulator client = new Accumulator(MOST);
  private final Accumulator server = new Accumulator(MOST);
  private Step step = Step.SERVER_VERSION;
  private boolean serverChooses;

  VncDialogue(Attempts attempts) {
    this.attempts = attempts;
  }

  private enum Step {
    SERVER_VERSION,
    CLIENT_VERSION,
    SECURITY,
    CHOICE,
    CHALLENGE,
    RESPONSE,
    RESULT,
    OVER
  }

  @Override
  public boolean read(Side side, Bytes data) {
    Accumulator held = side == Side.CLIENT ? client : server;
    held.add(data, 0, Math.min(data.length(), MOST - held.length()));
    while (step != Step.OVER && advance()) {
      // Each step takes what it needs.
    }
    return step != Step.OVER;
  }

  /// Takes the next step if its bytes are there.
  private boolean advance() {
    return switch (step) {
      case SERVER_VERSION -> has(server, VncProtocol.VERSION) && version();
      case CLIENT_VERSION -> has(client, VncProtocol.VERSION) && spoken();
      case SECURITY -> serverChooses ? has(server, 4) && chosen() : has(server, 1) && offered();
      case CHOICE -> has(client, 1) && choice(client.view().u8(0));
      case CHALLENGE -> has(server, CHALLENGE) && next(server, CHALLENGE, Step.RESPONSE);
      case RESPONSE -> has(client, CHALLENGE) && response();
      case RESULT -> has(server, 4) && result();
      case OVER -> false;
    };
  }

  private static boolean has(Accumulator held, int bytes) {
    return held.length() >= bytes;
  }

  private boolean next(Accumulator held, int bytes, Step after) {
    held.drop(bytes);
    step = after;
    return true;
  }

  private boolean version() {
    attempts.greet(server.view().latin1(0, VncProtocol.VERSION - 1));
    return next(server, VncProtocol.VERSION, Step.CLIENT_VERSION);
  }

  /// Up to version 3.6 the server chooses the security, 7.1.2.
  private boolean spoken() {
    String version = client.view().latin1(4, 7);
    serverChooses = version.compareTo("003.007") < 0;
    return next(client, VncProtocol.VERSION, Step.SECURITY);
  }

  private boolean chosen() {
    long type = server.view().u32(0);
    return next(server, 4, type == VNC_AUTHENTICATION ? Step.CHALLENGE : Step.OVER);
  }

  private boolean offered() {
    int types = server.view().u8(0);
    if (types == 0) {
      step = Step.OVER;
      return true;
    }
    return has(server, 1 + types) && next(server, 1 + types, Step.CHOICE);
  }

  private boolean choice(int type) {
    return next(client, 1, type == VNC_AUTHENTICATION ? Step.CHALLENGE : Step.OVER);
  }

  private boolean response() {
    attempts.begin("", "VNC", false);
    return next(client, CHALLENGE, Step.RESULT);
  }

  /// 0 for success, 1 for failure; 2, of TightVNC, for too many attempts.
  private boolean result() {
    attempts.end(server.view().u32(0) == 0 ? Outcome.ACCEPTED : Outcome.REFUSED);
    return next(server, 4, Step.OVER);
  }

  @Override
  public boolean gap(Side side, long length) {
    close();
    return false;
  }

  @Override
  public void close() {
    attempts.end(Outcome.UNKNOWN);
    step = Step.OVER;
  }
}
