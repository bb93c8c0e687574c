package io.aegispcap.capture.protocol.radius;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Joins answers to requests by their identifiers, of which there are 256. At most [#MOST] facts.
final class RadiusDialogue implements Dialogue {
  static final int MOST = 8_192;

  /// @param proof first half of the authenticator: a request that is sent again bears the same
  private record Waiting(
      long frameId, long time, Side side, RadiusCode code, long proof, RadiusAttributes said) {}

  private final Conversation conversation;
  private final Map<Integer, Waiting> waiting = new HashMap<>();
  private int emitted;

  RadiusDialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    RadiusCode code = data.length() == 0 ? null : RadiusCode.of(data.u8(0));
    if (code == null || !RadiusPacket.fits(data)) {
      throw new MalformedMessageException("not a RADIUS packet");
    }
    int identifier = data.u8(1);
    if (code.request) {
      asked(side, code, identifier, data);
    } else {
      answered(side, code, identifier, data);
    }
    return emitted < MOST;
  }

  private void asked(Side side, RadiusCode code, int identifier, Bytes data) {
    long proof = data.u64(RadiusPacket.AUTHENTICATOR);
    Waiting before = waiting.get(identifier);
    if (before != null && before.code == code && before.proof == proof && before.side == side) {
      return;
    }
    if (before != null) {
      emit(before, null, null);
    }
    waiting.put(
        identifier,
        new Waiting(
            conversation.frameId(),
            conversation.timestamp(),
            side,
            code,
            proof,
            new RadiusAttributes(data)));
  }

  /// An answer from the side that asked, or that nobody asked for, stands alone.
  private void answered(Side side, RadiusCode code, int identifier, Bytes data) {
    Waiting request = waiting.get(identifier);
    if (request != null && request.side != side) {
      waiting.remove(identifier);
      emit(request, code, new RadiusAttributes(data));
    } else {
      emit(null, code, new RadiusAttributes(data));
    }
  }

  private void emit(
      @Nullable Waiting request, @Nullable RadiusCode answer, @Nullable RadiusAttributes reply) {
    RadiusAttributes said = request != null ? request.said : reply;
    if (said == null || emitted == MOST) {
      return;
    }
    emitted++;
    RadiusAttributes told = reply != null ? reply : said;
    conversation.emit(
        new RadiusExchange(
            request != null ? request.frameId : conversation.frameId(),
            request != null ? request.time : conversation.timestamp(),
            request != null ? request.code.words : "",
            answer != null ? answer.words : "",
            said.user.isEmpty() ? told.user : said.user,
            said.method,
            said.nasAddress,
            said.nasIdentifier,
            said.calledStation,
            said.callingStation,
            told.framedAddress.or(() -> said.framedAddress),
            told.replyMessage,
            said.accountingStatus,
            said.sessionId,
            said.inputOctets(),
            said.outputOctets(),
            said.sessionSeconds));
  }

  @Override
  public boolean gap(Side side, long length) {
    return true;
  }

  @Override
  public void close() {
    List<Waiting> left = new ArrayList<>(waiting.values());
    waiting.clear();
    left.sort(Comparator.comparingLong(Waiting::frameId));
    left.forEach(request -> emit(request, null, null));
  }
}
