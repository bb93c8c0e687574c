package io.aegispcap.analysis.detection.web;

import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.protocol.http.HttpExchange;

/// One script of a web server and how it is used.
final class ShellPage {
  private static final int COUNTED_CLIENTS = 16;
  private static final int FEW = 2;
  private static final int REPEATED = 3;

  final Proof proof = new Proof();
  final Span span = new Span();
  private final DistinctSet clients = new DistinctSet(COUNTED_CLIENTS);
  String client = "";
  String server = "";
  String path = "";
  String command = "";
  long requests;
  private long posts;
  private long referred;
  private long bare;
  private long sealed;
  private long commands;
  private long coded;
  private boolean named;
  boolean answered;
  private boolean outputs;

  void add(FlowKey key, HttpExchange http) {
    requests++;
    clients.add(key.source().hashCode());
    posts += http.method().equals("POST") ? 1 : 0;
    referred += http.referrer().isPresent() ? 1 : 0;
    ShellSigns signs = ShellSigns.of(http);
    bare += signs.bare() ? 1 : 0;
    sealed += signs.sealed() ? 1 : 0;
    named |= signs.named();
    coded += signs.code() ? 1 : 0;
    commands += signs.command().isEmpty() ? 0 : 1;
    outputs |= signs.output();
    boolean asked = signs.code() || !signs.command().isEmpty();
    answered |= asked && signs.output();
    if (asked) {
      client = key.source().toString();
      command = command.isEmpty() ? signs.command() : command;
    }
    client = client.isEmpty() ? key.source().toString() : client;
    if (asked || signs.output() || signs.sealed()) {
      proof.add(key, http.frameId());
      span.add(http.timestamp());
    }
  }

  /// Commands or code were sent (3), outputs came back (3), bodies are opaque both ways again and
  /// again (3). What only supports these: few clients who come without a referrer (1), answers
  /// without a page (1), a parameter's name (1).
  int score() {
    int proper = (commands + coded > 0 ? 3 : 0) + (outputs ? 3 : 0) + (sealed >= REPEATED ? 3 : 0);
    if (proper == 0 || proof.isEmpty()) {
      return 0;
    }
    boolean lonely = clients.size() <= FEW && referred == 0;
    return proper
        + (lonely ? 1 : 0)
        + (bare > 0 && bare * 2 >= requests ? 1 : 0)
        + (named ? 1 : 0)
        + (posts == requests && requests >= REPEATED ? 1 : 0);
  }

  String what() {
    if (!command.isEmpty()) {
      String cut = command.substring(0, Math.min(80, command.length()));
      return "sent commands (%s)".formatted(cut.replaceAll("[^ -~]", "."));
    }
    return coded > 0
        ? "sent code"
        : outputs ? "got the output of commands" : "sent opaque requests";
  }
}
