package io.aegispcap.capture.protocol.ntlm;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Fact;
import java.util.Optional;
import java.util.function.Consumer;

/// The messages of NTLM logins that one conversation carries, in their order.
public final class NtlmExchange {
  private final Conversation conversation;
  private final String carrier;
  private final Consumer<? super NtlmLogin> told;
  private NtlmMessage.Challenge challenge = NtlmMessage.Challenge.NONE;

  /// @param carrier ECS `network.protocol` of the conversation
  /// @param told takes logins
  public NtlmExchange(Conversation conversation, String carrier, Consumer<? super Fact> told) {
    this.conversation = conversation;
    this.carrier = carrier;
    this.told = told;
  }

  /// What the client says; a login is told of.
  public Optional<NtlmMessage> client(Bytes blob) {
    Optional<NtlmMessage> message = NtlmMessage.in(blob);
    if (message.orElse(null) instanceof NtlmMessage.Authenticate answer) {
      told.accept(
          new NtlmLogin(
              conversation.frameId(),
              conversation.timestamp(),
              carrier,
              challenge.digest(),
              challenge.target(),
              answer.domain(),
              answer.user(),
              answer.workstation()));
      challenge = NtlmMessage.Challenge.NONE;
    }
    return message;
  }

  /// What the server says.
  public void server(Bytes blob) {
    if (NtlmMessage.in(blob).orElse(null) instanceof NtlmMessage.Challenge asked) {
      challenge = asked;
    }
  }
}
