package io.aegispcap.capture.protocol.sip;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.TextMessage;
import io.aegispcap.capture.protocol.login.LoginAttempt;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Joins answers with requests by Call-ID and CSeq. At most [#MOST_WAITING] wait; beyond that the
/// oldest is told of as unanswered. Datagrams that are not SIP are passed over: phones keep their
/// way open with them.
final class SipDialogue implements Dialogue {
  private static final int MOST_WAITING = 64;
  private static final int LONGEST = 256;
  private static final int FINAL = 200;
  private static final String VERSION = "SIP/2.0";
  private static final Set<String> METHODS =
      Set.of(
          "INVITE",
          "ACK",
          "BYE",
          "CANCEL",
          "OPTIONS",
          "REGISTER",
          "PRACK",
          "SUBSCRIBE",
          "NOTIFY",
          "PUBLISH",
          "INFO",
          "REFER",
          "MESSAGE",
          "UPDATE");

  private final Conversation conversation;
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();

  /// @param frameId of the request
  private record Waiting(
      long frameId, long timestamp, String method, String uri, TextMessage ask) {}

  SipDialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  static boolean isSip(Bytes data) {
    if (data.length() < 16 || data.u8(0) < 'A' || data.u8(0) > 'U') {
      return false;
    }
    if (TextMessage.beginsWith(data, VERSION + " ")) {
      return true;
    }
    int space = data.indexOf((byte) ' ', 0);
    int end = data.indexOf((byte) '\n', 0);
    return space > 2
        && space < 10
        && end > space + VERSION.length()
        && METHODS.contains(data.latin1(0, space))
        && data.latin1(space, end - space).strip().endsWith(" " + VERSION);
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (isSip(data)) {
      TextMessage message = TextMessage.of(data);
      if (message.startLine().startsWith(VERSION)) {
        answer(message);
      } else {
        request(message);
      }
    }
    return true;
  }

  private void request(TextMessage message) {
    String line = message.startLine();
    String method = line.substring(0, Math.max(0, line.indexOf(' ')));
    if (method.equals("ACK")) {
      return; // belongs to the INVITE that was answered
    }
    if (waiting.size() >= MOST_WAITING) {
      Waiting oldest = waiting.remove(waiting.keySet().iterator().next());
      if (oldest != null) {
        tell(oldest, 0, "");
      }
    }
    int end = line.lastIndexOf(' ');
    String uri = end > method.length() ? line.substring(method.length() + 1, end) : "";
    Waiting before =
        waiting.put(
            key(message),
            new Waiting(
                conversation.frameId(), conversation.timestamp(), method, cut(uri), message));
    if (before != null && !before.ask.equals(message)) {
      tell(before, 0, "");
    }
  }

  private void answer(TextMessage message) {
    int status = status(message.startLine());
    if (status < FINAL) {
      return;
    }
    Waiting request = waiting.remove(key(message));
    String sequence = message.field("cseq");
    String method = cut(sequence.substring(sequence.indexOf(' ') + 1));
    Waiting known =
        request == null
            ? new Waiting(conversation.frameId(), conversation.timestamp(), method, "", message)
            : request;
    tell(known, status, cut(message.field("server")));
    login(known, status, message);
  }

  /// A refusal because a nonce is too old says nothing of the password (RFC 7616 3.3).
  private void login(Waiting request, int status, TextMessage answer) {
    String user = user(request.ask);
    LoginAttempt.Outcome outcome = outcome(status);
    boolean stale =
        (answer.field("www-authenticate") + answer.field("proxy-authenticate"))
            .toLowerCase(Locale.ROOT)
            .contains("stale=true");
    if (!user.isEmpty() && outcome != LoginAttempt.Outcome.UNKNOWN && !stale) {
      conversation.emit(
          new LoginAttempt(
              "sip", request.frameId, request.timestamp, user, "digest", outcome, false));
    }
  }

  private static int status(String line) {
    String code = line.length() >= 11 ? line.substring(8, 11) : "";
    return code.matches("[1-6]\\d\\d") ? Integer.parseInt(code) : 0;
  }

  private static String key(TextMessage message) {
    return field(message, "call-id", "i") + " " + message.field("cseq");
  }

  /// By its name or its compact form (RFC 3261 7.3.3).
  private static String field(TextMessage message, String name, String compact) {
    String value = message.field(name);
    return value.isEmpty() ? message.field(compact) : value;
  }

  private void tell(Waiting request, int status, String server) {
    TextMessage ask = request.ask;
    conversation.emit(
        new SipExchange(
            request.frameId,
            request.timestamp,
            request.method,
            request.uri,
            address(field(ask, "from", "f")),
            address(field(ask, "to", "t")),
            cut(field(ask, "call-id", "i")),
            cut(ask.field("user-agent")),
            server,
            status,
            user(ask)));
  }

  private static LoginAttempt.Outcome outcome(int status) {
    if (status == 401 || status == 403 || status == 407) {
      return LoginAttempt.Outcome.REFUSED;
    }
    return status / 100 == 2 ? LoginAttempt.Outcome.ACCEPTED : LoginAttempt.Outcome.UNKNOWN;
  }

  /// The user of Digest credentials (RFC 3261 22.4).
  private static String user(TextMessage ask) {
    String credentials = field(ask, "authorization", "proxy-authorization");
    int at = credentials.indexOf("username=\"");
    int end = at < 0 ? -1 : credentials.indexOf('"', at + 10);
    return end < 0 ? "" : cut(credentials.substring(at + 10, end));
  }

  /// The address of a field of names and addresses (20.10).
  private static String address(String value) {
    int open = value.indexOf('<');
    int close = value.indexOf('>', Math.max(0, open));
    String address = open >= 0 && close > open ? value.substring(open + 1, close) : value;
    int parameters = address.indexOf(';');
    return cut(parameters < 0 ? address : address.substring(0, parameters));
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  @Override
  public boolean gap(Side side, long length) {
    return true;
  }

  @Override
  public void close() {
    waiting.values().forEach(request -> tell(request, 0, ""));
    waiting.clear();
  }
}
