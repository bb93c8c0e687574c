package io.aegispcap.capture.protocol.ssh;

import io.aegispcap.capture.protocol.Side;

/// Judges from packet sizes how the login goes; [SshProtocol] says by what reasoning.
final class Login {
  static final int MAX_PACKETS = 200;

  /// Messages by their bytes: the service accepted, and the login accepted.
  private static final int SERVICE_ACCEPT = 17;

  private static final int SUCCESS = 1;

  /// A client's request to open a session, which only those who are logged in send.
  private static final int CHANNEL_OPEN = 24;

  /// A first request padded to this many bytes or fewer asks for the methods.
  private static final int QUESTION = 48;

  /// What a server sends along with its acceptance is no smaller: its host keys.
  private static final int HOST_KEYS = 90;

  private static final int UNKNOWN = -1;

  /// Packets that no login takes.
  private static final int BEYOND_LOGIN = 100;

  private final int channelOpen;
  private final int question;
  private int success;
  private int failure = UNKNOWN;
  private int other = UNKNOWN;
  private int lastReply = UNKNOWN;
  private int packets;
  private int fromClient;
  private boolean accepted;
  private boolean asked;
  private boolean firstIsQuestion;
  private boolean requested;
  private int attempts;
  private boolean authenticated;

  Login() {
    this.success = UNKNOWN;
    this.channelOpen = UNKNOWN;
    this.question = UNKNOWN;
  }

  Login(Sealing client, Sealing server) {
    this.success = server.size(SUCCESS);
    this.channelOpen = client.size(CHANNEL_OPEN);
    this.question = QUESTION + client.tag() + (client.lengthApart() ? Sealing.LENGTH_FIELD : 0);
  }

  void packet(Side side, int size) {
    packets++;
    if (side == Side.CLIENT) {
      request(size);
    } else if (!accepted) {
      accept(size);
    } else if (asked) {
      reply(size);
    }
    if (packets == MAX_PACKETS && packets - 4 * attempts > BEYOND_LOGIN) {
      succeed();
    }
  }

  /// What is still open when no more packets come.
  void end() {
    boolean refused = other != UNKNOWN && lastReply == other && !asked;
    if (refused && !authenticated && failure != UNKNOWN) {
      attempts++;
    }
  }

  boolean decided() {
    return authenticated || packets >= MAX_PACKETS;
  }

  int attempts() {
    return attempts;
  }

  boolean authenticated() {
    return authenticated;
  }

  int packets() {
    return packets;
  }

  private void request(int size) {
    fromClient++;
    if (!accepted || asked) {
      return;
    }
    if (size == channelOpen && lastReply != failure && lastReply >= success + HOST_KEYS) {
      succeed();
      return;
    }
    if (!requested) {
      requested = true;
      firstIsQuestion = size <= question || question == UNKNOWN;
    }
    asked = true;
  }

  /// The server's first packet after one of the client's; some clients send their first request
  /// with that one already.
  private void accept(int size) {
    if (fromClient == 0) {
      return;
    }
    accepted = true;
    if (success == UNKNOWN) {
      success = size - (SERVICE_ACCEPT - SUCCESS);
    }
  }

  private void reply(int size) {
    asked = false;
    lastReply = size;
    if (size == success) {
      succeed();
    } else if (failure == UNKNOWN) {
      failure = size;
      attempts += firstIsQuestion ? 0 : 1;
    } else if (size == failure) {
      attempts++;
    } else {
      reconsider(size);
    }
  }

  /// An answer of another size: a question, or a failure while the first came with a banner.
  private void reconsider(int size) {
    if (size == other && size < failure) {
      failure = size;
      attempts += 2;
    }
    other = size;
  }

  private void succeed() {
    authenticated = true;
    attempts++;
  }
}
