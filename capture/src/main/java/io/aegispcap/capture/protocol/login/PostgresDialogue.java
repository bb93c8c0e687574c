package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.FramedStream;
import io.aegispcap.capture.protocol.Framing;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.login.LoginAttempt.Outcome;

/// Reads a connection to PostgreSQL until the server has judged who comes, or encryption begins.
final class PostgresDialogue implements Dialogue {
  private static final int MOST = 1_024;
  private static final int LONGEST = 1 << 20;
  private static final int TYPE = 1;
  private static final int CODE = TYPE + 4;

  private static final int ACCEPTED = 0;
  private static final int CLEARTEXT = 3;

  private final Attempts attempts;
  private final FramedStream fromClient = new FramedStream(new Messages(false), MOST);
  private final FramedStream fromServer = new FramedStream(new Messages(true), MOST);
  private String user = "";
  private int method;
  private boolean started;
  private boolean encryptionAsked;
  private boolean over;

  PostgresDialogue(Attempts attempts) {
    this.attempts = attempts;
  }

  /// A type of one byte, but for what a client says first, then a length that counts itself.
  private final class Messages implements Framing {
    private final boolean server;

    Messages(boolean server) {
      this.server = server;
    }

    @Override
    public int header() {
      return TYPE + 4;
    }

    @Override
    public int length(Bytes message) {
      int type = server || started ? TYPE : 0;
      long length = message.u32(type);
      return length < 4 || length > LONGEST ? -1 : type + (int) length;
    }
  }

  @Override
  public boolean read(Side side, Bytes data) {
    try {
      switch (side) {
        case CLIENT -> fromClient.read(data, this::client);
        case SERVER -> fromServer.read(withoutRefusal(data), this::server);
      }
    } catch (MalformedMessageException e) {
      close();
      throw e;
    }
    return !over;
  }

  /// The answer to a wish for encryption is one byte: N for no.
  private Bytes withoutRefusal(Bytes data) {
    if (!encryptionAsked || data.length() == 0) {
      return data;
    }
    encryptionAsked = false;
    over = data.u8(0) != 'N';
    return over ? data.slice(0, 0) : data.slice(1, data.length() - 1);
  }

  private void client(Bytes message) {
    if (over) {
      return;
    }
    if (started) {
      if (message.u8(0) == 'p' && !attempts.isWaiting()) {
        attempts.begin(user, mechanism(), method == CLEARTEXT);
      }
    } else if (message.length() >= PostgresProtocol.HEADER
        && PostgresProtocol.asksForEncryption(message)) {
      encryptionAsked = true;
    } else {
      started = true;
      user = parameter(message, "user");
    }
  }

  private static String parameter(Bytes message, String name) {
    int from = Math.min(message.length(), PostgresProtocol.HEADER);
    String[] words = message.slice(from, message.length() - from).utf8(MOST).split("\0", -1);
    for (int i = 0; i + 1 < words.length; i += 2) {
      if (words[i].equals(name)) {
        return words[i + 1];
      }
    }
    return "";
  }

  private String mechanism() {
    return switch (method) {
      case CLEARTEXT -> "password";
      case 5 -> "md5";
      case 7, 8 -> "gss";
      case 10, 11, 12 -> "sasl";
      default -> "unknown";
    };
  }

  private void server(Bytes message) {
    if (over) {
      return;
    }
    switch (message.u8(0)) {
      case 'R' -> request(message);
      case 'E' -> refused(message);
      default -> {
        // Notices and parameters.
      }
    }
  }

  private void request(Bytes message) {
    if (message.length() < CODE + 4) {
      throw new MalformedMessageException("authentication cut short");
    }
    method = (int) Math.min(message.u32(CODE), 255);
    if (method == ACCEPTED) {
      attempts.end(Outcome.ACCEPTED);
      over = true;
    }
  }

  /// Class 28 of SQLSTATE: invalid authorization.
  private void refused(Bytes message) {
    boolean login = message.latin1(CODE, message.length() - CODE).contains("\0C28");
    if (login && !attempts.isWaiting()) {
      attempts.begin(user, mechanism(), false);
    }
    attempts.end(login ? Outcome.REFUSED : Outcome.UNKNOWN);
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
