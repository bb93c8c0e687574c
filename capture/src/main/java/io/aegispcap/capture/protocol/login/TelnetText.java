package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// One side of Telnet with its commands taken out (RFC 854, RFC 855). Of the text the last line is
/// kept, at most [#LONGEST] characters.
final class TelnetText {
  private static final int LONGEST = 512;
  private static final int LONGEST_TERMINAL = 64;
  private static final int IAC = 255;
  private static final int SUBNEGOTIATION = 250;
  private static final int END = 240;
  private static final int TERMINAL_TYPE = 24;

  private enum State {
    TEXT,
    COMMAND,
    OPTION,
    SUBNEGOTIATION,
    SUBNEGOTIATION_COMMAND
  }

  /// Takes text as it comes.
  interface Taker {
    /// @param value a character other than the end of a line
    void character(char value);

    void line();
  }

  private final Set<Integer> options = new TreeSet<>();
  private final StringBuilder parameters = new StringBuilder();
  private State state = State.TEXT;
  private String terminal = "";

  void read(Bytes data, Taker taker) {
    for (int i = 0; i < data.length(); i++) {
      step(data.u8(i), taker);
    }
  }

  private void step(int value, Taker taker) {
    switch (state) {
      case TEXT -> text(value, taker);
      case COMMAND -> command(value, taker);
      case OPTION -> {
        options.add(value);
        state = State.TEXT;
      }
      case SUBNEGOTIATION -> {
        if (value == IAC) {
          state = State.SUBNEGOTIATION_COMMAND;
        } else if (parameters.length() < LONGEST_TERMINAL) {
          parameters.append((char) value);
        }
      }
      case SUBNEGOTIATION_COMMAND -> {
        state = value == END ? State.TEXT : State.SUBNEGOTIATION;
        if (value == END) {
          subnegotiated();
        }
      }
    }
  }

  private void text(int value, Taker taker) {
    if (value == IAC) {
      state = State.COMMAND;
    } else if (value == '\r' || value == '\n') {
      taker.line();
    } else if (value != 0) {
      taker.character((char) value);
    }
  }

  private void command(int value, Taker taker) {
    if (value == IAC) {
      taker.character((char) IAC);
      state = State.TEXT;
    } else if (value == SUBNEGOTIATION) {
      parameters.setLength(0);
      state = State.SUBNEGOTIATION;
    } else {
      state = value > SUBNEGOTIATION ? State.OPTION : State.TEXT;
    }
  }

  /// `TERMINAL-TYPE IS name` (RFC 1091).
  private void subnegotiated() {
    boolean is =
        parameters.length() > 2
            && parameters.charAt(0) == TERMINAL_TYPE
            && parameters.charAt(1) == 0;
    if (is) {
      terminal = parameters.substring(2).replaceAll("[^!-~]", ".").toLowerCase(Locale.ROOT);
    }
  }

  String terminal() {
    return terminal;
  }

  Set<Integer> options() {
    return options;
  }

  /// Keeps a line that grows from growing further.
  static void append(StringBuilder line, char value) {
    if (value == '\b' || value == 127) {
      line.setLength(Math.max(0, line.length() - 1));
    } else if (line.length() < LONGEST) {
      line.append(value);
    }
  }
}
