package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.login.LoginAttempt.Outcome;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads prompts and what is typed at them until a login succeeds. What is typed after a prompt for
/// a password is passed over, never kept.
final class TelnetDialogue implements Dialogue {
  private static final Pattern USER =
      Pattern.compile("(?i)(?:\\blogin|\\buser ?name|\\buser|\\baccount|login name) ?: ?$");
  private static final Pattern PASSWORD =
      Pattern.compile("(?i)(?:password|passwd|passcode)(?: for [^:]{1,64})? ?: ?$");
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?i)\\b(?:incorrect|invalid|failed|failure|denied|refused|bad password|wrong|unsuccessful"
              + "|authentication error)\\b");
  private static final Pattern ACCEPTED =
      Pattern.compile(
          "(?i)(?:[#$%>] ?$|^last login\\b|^welcome to\\b|\\blogin successful\\b|^busybox v)");

  /// Characters of `password for` and whom, and of `authentication error` with what is around them.
  private static final int LONGEST_PROMPT = 96;

  private static final int LONGEST_VERDICT = 24;

  private static final String[] NAMES = {
    "binary", "echo", "reconnection", "suppress-go-ahead", "approx-message-size", "status"
  };

  private enum Asked {
    NOTHING,
    USER,
    PASSWORD,
    JUDGEMENT
  }

  private final Conversation conversation;
  private final Attempts attempts;
  private final TelnetText client = new TelnetText();
  private final TelnetText server = new TelnetText();
  private final StringBuilder shown = new StringBuilder();
  private final StringBuilder typed = new StringBuilder();

  /// Characters of the line that were judged.
  private int judged;

  private Asked asked = Asked.NOTHING;
  private String user = "";
  private long frameId;
  private long timestamp;
  private boolean told;
  private boolean in;

  TelnetDialogue(Conversation conversation) {
    this.conversation = conversation;
    this.attempts = new Attempts(conversation, "telnet");
    frameId = conversation.frameId();
    timestamp = conversation.timestamp();
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (side == Side.CLIENT) {
      client.read(data, new Typing());
    } else {
      server.read(data, new Showing());
      prompted();
    }
    if (in) {
      close();
    }
    return !in;
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
      attempts.end(Outcome.UNKNOWN);
      conversation.emit(new TelnetSession(frameId, timestamp, options(), terminal()));
    }
  }

  private String terminal() {
    return client.terminal().isEmpty() ? server.terminal() : client.terminal();
  }

  private List<String> options() {
    TreeSet<Integer> all = new TreeSet<>(client.options());
    all.addAll(server.options());
    return all.stream().map(TelnetDialogue::name).toList();
  }

  private static String name(int option) {
    return option < NAMES.length
        ? NAMES[option]
        : switch (option) {
          case 24 -> "terminal-type";
          case 31 -> "window-size";
          case 32 -> "terminal-speed";
          case 33 -> "remote-flow-control";
          case 34 -> "linemode";
          case 35 -> "x-display-location";
          case 36 -> "environment";
          case 37 -> "authentication";
          case 38 -> "encryption";
          case 39 -> "new-environment";
          default -> "option-" + option;
        };
  }

  /// What the server shows: the line it is on may be a prompt.
  private final class Showing implements TelnetText.Taker {
    @Override
    public void character(char value) {
      TelnetText.append(shown, value);
      judged = Math.min(judged, shown.length());
    }

    @Override
    public void line() {
      judge();
      clear();
    }
  }

  private void judge() {
    if (asked == Asked.JUDGEMENT && !shown.isEmpty()) {
      int before = judged;
      judged = shown.length();
      if (ends(REFUSED, before - LONGEST_VERDICT)) {
        asked = Asked.NOTHING;
        attempts.end(Outcome.REFUSED);
      } else if (ends(ACCEPTED, before - LONGEST_VERDICT)) {
        accept();
      }
    }
  }

  /// Looks at the end of the line alone: a server may send it byte by byte, and it is looked at
  /// each time.
  private boolean ends(Pattern pattern, int from) {
    return pattern
        .matcher(shown)
        .useTransparentBounds(true)
        .useAnchoringBounds(false)
        .region(Math.clamp(from, 0, shown.length()), shown.length())
        .find();
  }

  private boolean asks(Pattern prompt) {
    int length = shown.length();
    boolean colon = length > 0 && shown.indexOf(":", length - 2) >= 0;
    return colon && ends(prompt, length - LONGEST_PROMPT);
  }

  private void clear() {
    shown.setLength(0);
    judged = 0;
  }

  private void accept() {
    asked = Asked.NOTHING;
    attempts.end(Outcome.ACCEPTED);
    in = true;
  }

  private void prompted() {
    if (asks(PASSWORD)) {
      if (asked == Asked.JUDGEMENT) {
        attempts.end(Outcome.REFUSED);
      }
      ask(Asked.PASSWORD);
    } else if (asks(USER)) {
      if (asked == Asked.JUDGEMENT) {
        attempts.end(Outcome.REFUSED);
      }
      ask(Asked.USER);
    } else {
      judge();
    }
  }

  private void ask(Asked what) {
    asked = what;
    typed.setLength(0);
    clear();
  }

  /// What the client types: a password is counted, not kept.
  private final class Typing implements TelnetText.Taker {
    @Override
    public void character(char value) {
      if (asked == Asked.USER) {
        TelnetText.append(typed, value);
      }
    }

    @Override
    public void line() {
      if (asked == Asked.USER && !typed.isEmpty()) {
        user = typed.toString();
        asked = Asked.NOTHING;
      } else if (asked == Asked.PASSWORD) {
        attempts.begin(user, "prompt", true);
        asked = Asked.JUDGEMENT;
      }
      typed.setLength(0);
      clear();
    }
  }
}
