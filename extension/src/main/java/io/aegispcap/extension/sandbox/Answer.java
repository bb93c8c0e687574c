package io.aegispcap.extension.sandbox;

import io.aegispcap.cage.wire.ToHost;
import java.util.List;

/// What a plugin said to one question; nothing of it when it failed.
///
/// @param messages findings, features, annotations, metrics, charts and log lines, in their order;
///   checked
/// @param failed whether it failed twice, or is suspended
public record Answer(List<ToHost> messages, boolean failed) {
  static final Answer FAILED = new Answer(List.of(), true);

  public Answer {
    messages = List.copyOf(messages);
  }
}
