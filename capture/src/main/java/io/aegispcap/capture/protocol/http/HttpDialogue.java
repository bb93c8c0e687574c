package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.http2.Http2Protocol;
import io.aegispcap.capture.protocol.ntlm.NtlmMessage;
import io.aegispcap.capture.protocol.websocket.WebSocketDialogue;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Pairs requests with responses in the order they were sent (RFC 9112 9.3.2). At most 64 requests
/// wait for a response; beyond that the oldest is given up as unanswered.
final class HttpDialogue implements Dialogue {
  private static final int MAX_WAITING = 64;

  private final Conversation conversation;
  private final Deque<ExchangeDraft> waiting = new ArrayDeque<>(4);
  private final MessageCutter client = new MessageCutter(new Half());
  private final MessageCutter server = new MessageCutter(new Half());
  private NtlmMessage.Challenge asked = NtlmMessage.Challenge.NONE;
  private @Nullable Dialogue next;

  HttpDialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    Dialogue other = next;
    if (other != null) {
      return other.read(side, data);
    }
    try {
      boolean more = cutter(side).read(data);
      if (next != null) {
        flush();
        return follow(next, side, data);
      }
      if (!more) {
        close();
      }
      return more;
    } catch (MalformedMessageException e) {
      close();
      throw e;
    }
  }

  /// The connection speaks another protocol from here on.
  private boolean follow(Dialogue other, Side side, Bytes data) {
    int taken = cutter(side).taken();
    return taken == data.length() || other.read(side, data.slice(taken, data.length() - taken));
  }

  @Override
  public boolean gap(Side side, long length) {
    Dialogue other = next;
    if (other != null) {
      return other.gap(side, length);
    }
    boolean more = cutter(side).skip(length);
    if (!more) {
      close();
    }
    return more;
  }

  @Override
  public void close() {
    flush();
    Dialogue other = next;
    if (other != null) {
      other.close();
    }
  }

  private void flush() {
    client.close();
    server.close();
    while (!waiting.isEmpty()) {
      emit(waiting.removeFirst());
    }
  }

  private void emit(ExchangeDraft draft) {
    conversation.emit(draft.finish());
    draft.login(asked).ifPresent(conversation::emit);
    draft
        .challenge()
        .filter(NtlmMessage.Challenge.class::isInstance)
        .ifPresent(challenge -> asked = (NtlmMessage.Challenge) challenge);
  }

  private @Nullable Dialogue switched(ExchangeDraft draft) {
    return switch (draft.upgrade()) {
      case "websocket" -> new WebSocketDialogue(conversation, draft.opened());
      case "h2c" -> new Http2Protocol().open(conversation);
      default -> null;
    };
  }

  private MessageCutter cutter(Side side) {
    return side == Side.CLIENT ? client : server;
  }

  /// One side of the connection. Its messages tell by their start line which they are, so that it
  /// does not matter who was taken for the client.
  private final class Half implements MessageCutter.Messages {
    private final Body body = new Body();
    private @Nullable ExchangeDraft current;
    private boolean responding;

    @Override
    public Framing head(HeaderBlock head) {
      responding = head.startLine().startsWith("HTTP/");
      String type = head.field(HeaderField.CONTENT_TYPE).orElse("");
      int kept = responding ? HttpContent.RESPONSE_HEAD : HttpContent.REQUEST_HEAD;
      body.begin(BodyHead.worthKeeping(type) ? kept : 0);
      return responding ? respond(head) : request(head);
    }

    private Framing request(HeaderBlock head) {
      RequestLine line = RequestLine.of(head);
      Framing framing = head.framing();
      if (waiting.size() == MAX_WAITING) {
        emit(waiting.removeFirst());
      }
      current = ExchangeDraft.ofRequest(conversation, head, line);
      waiting.add(current);
      return framing instanceof Framing.UntilClose ? Framing.NONE : framing;
    }

    private Framing respond(HeaderBlock head) {
      StatusLine line = StatusLine.of(head);
      if (line.isInterim()) {
        return Framing.NONE;
      }
      Framing framing = head.framing();
      ExchangeDraft draft =
          waiting.isEmpty() ? ExchangeDraft.withoutRequest(conversation) : waiting.removeFirst();
      draft.answer(conversation, head, line);
      current = draft;
      if (line.isSwitch()) {
        next = switched(draft);
      }
      if (line.isSwitch() || (draft.isMethod("CONNECT") && line.isSuccess())) {
        return new Framing.Tunnel();
      }
      return line.isBodiless() || draft.isMethod("HEAD") ? Framing.NONE : framing;
    }

    @Override
    public void body(Bytes data, int from, int length) {
      body.add(data, from, length);
    }

    @Override
    public void lost(long length) {
      body.lose(length);
    }

    @Override
    public void end(boolean whole) {
      ExchangeDraft draft = current;
      current = null;
      if (draft == null) {
        return;
      }
      if (responding) {
        draft.endResponse(body.length(), body.head(), body.finish(whole));
      } else {
        draft.endRequest(body.length(), body.head(), body.finish(whole));
      }
      if (draft.isEnded()) {
        emit(draft);
      }
    }
  }
}
