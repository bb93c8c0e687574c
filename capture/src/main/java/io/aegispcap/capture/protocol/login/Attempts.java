package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.login.LoginAttempt.Outcome;

/// The login attempt that waits for the service's answer. Services take one at a time.
final class Attempts {
  private static final int MAX_USER = 256;
  private static final int MAX_BANNER = 512;

  private final Conversation conversation;
  private final String protocol;
  private boolean waiting;
  private boolean greeted;
  private long frameId;
  private long timestamp;
  private String user = "";
  private String mechanism = "";
  private boolean cleartext;

  Attempts(Conversation conversation, String protocol) {
    this.conversation = conversation;
    this.protocol = protocol;
  }

  /// The first line of a service is its banner; later calls do nothing.
  void greet(String banner) {
    if (!greeted && !banner.isBlank()) {
      conversation.emit(
          new ServiceBanner(
              protocol,
              conversation.frameId(),
              conversation.timestamp(),
              cut(banner.strip(), MAX_BANNER)));
    }
    greeted = true;
  }

  /// Credentials were sent; an older attempt that is still open ends unknown.
  void begin(String user, String mechanism, boolean cleartext) {
    end(Outcome.UNKNOWN);
    this.user = cut(user, MAX_USER);
    this.mechanism = cut(mechanism, MAX_USER);
    this.cleartext = cleartext;
    frameId = conversation.frameId();
    timestamp = conversation.timestamp();
    waiting = true;
  }

  /// More of the credentials of the open attempt was sent.
  void identify(String user) {
    this.user = cut(user, MAX_USER);
    frameId = conversation.frameId();
    timestamp = conversation.timestamp();
  }

  boolean isWaiting() {
    return waiting;
  }

  /// Emits the open attempt, if there is one.
  void end(Outcome outcome) {
    if (waiting) {
      waiting = false;
      conversation.emit(
          new LoginAttempt(protocol, frameId, timestamp, user, mechanism, outcome, cleartext));
    }
  }

  /// It was none after all.
  void forget() {
    waiting = false;
  }

  Conversation conversation() {
    return conversation;
  }

  static String cut(String text, int length) {
    return text.length() > length ? text.substring(0, length) : text;
  }
}
