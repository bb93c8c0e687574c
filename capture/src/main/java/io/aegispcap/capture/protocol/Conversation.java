package io.aegispcap.capture.protocol;

import io.aegispcap.capture.packet.IpAddress;

/// What a dialogue knows of the conversation it reads, and where it puts facts.
public interface Conversation {
  IpAddress client();

  IpAddress server();

  int clientPort();

  int serverPort();

  /// IP protocol number: 6 TCP, 17 UDP.
  int transport();

  /// Frame that carried the data being read; see [io.aegispcap.capture.packet.FrameId].
  long frameId();

  /// Time of that frame in nanoseconds since 1970-01-01T00:00:00Z.
  long timestamp();

  void emit(Fact fact);
}
