package io.aegispcap.analysis.detection.login;

import io.aegispcap.analysis.detection.tracking.Span;

/// How many failed logins at one service are too many.
enum GuessLimit {
  /// Zeek: 30 guesses in 30 minutes. A burst is five connections in five minutes: OpenSSH allows
  /// six guesses in each, so that nobody who merely forgot needs so many. Twice as many when the
  /// sizes of their packets did not tell whether a login failed; then it is low.
  SSH(30, 30 * Span.MINUTE, 5, 10),
  /// Zeek for FTP: 20 in 15 minutes; taken for mail and others as well.
  PASSWORD(20, 15 * Span.MINUTE, 0, 0),
  /// HTTP Basic, refused with 401 or 403: as for FTP.
  HTTP_BASIC(20, 15 * Span.MINUTE, 0, 0),
  /// Forms sent to a login page. Their answers do not tell failure, so that this only counts.
  HTTP_FORM(30, 5 * Span.MINUTE, 0, 0),
  /// Connections of Remote Desktop: what is said inside TLS is not seen, so that this only counts.
  /// A client makes one or two for each login.
  RDP(30, 30 * Span.MINUTE, 0, 30),
  /// Distinct communities of SNMP that are not answered, or refused.
  COMMUNITY(10, 15 * Span.MINUTE, 0, 0);

  static final long BURST_WINDOW = 5 * Span.MINUTE;

  /// From so many on within the window.
  final int guesses;

  /// Nanoseconds.
  final long window;

  /// From so many failed connections on within five minutes too; 0 for never.
  final int burst;

  /// Likewise for connections that ended early and whose logins could not be judged.
  final int unclear;

  GuessLimit(int guesses, long window, int burst, int unclear) {
    this.guesses = guesses;
    this.window = window;
    this.burst = burst;
    this.unclear = unclear;
  }
}
