package io.aegispcap.capture.protocol.ntp;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;

/// The first 64 messages of a conversation: floods repeat themselves, and flows count them.
final class NtpDialogue implements Dialogue {
  private static final int MAX_MESSAGES = 64;

  private final Conversation conversation;
  private int messages;

  NtpDialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (!NtpHeader.isNtp(data)) {
      throw new MalformedMessageException("not an NTP message");
    }
    conversation.emit(
        new NtpMessage(
            conversation.frameId(),
            conversation.timestamp(),
            NtpHeader.version(data),
            NtpHeader.mode(data),
            NtpHeader.stratum(data),
            NtpHeader.isResponse(data),
            NtpHeader.isMonlist(data),
            data.length()));
    messages++;
    return messages < MAX_MESSAGES;
  }

  @Override
  public boolean gap(Side side, long length) {
    return true;
  }

  @Override
  public void close() {
    // Each message was emitted when it came.
  }
}
