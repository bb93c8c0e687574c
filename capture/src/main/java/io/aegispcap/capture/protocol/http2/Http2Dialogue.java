package io.aegispcap.capture.protocol.http2;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Joins requests with responses by their stream. At most [#MOST_WAITING] wait; beyond that the
/// oldest is told of as unanswered.
final class Http2Dialogue implements Dialogue {
  static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_WAITING = 256;

  private final Conversation conversation;
  private final Map<Integer, StreamDraft> waiting = new LinkedHashMap<>();
  private final FrameCutter client = new FrameCutter(new Half(Side.CLIENT));
  private final FrameCutter server = new FrameCutter(new Half(Side.SERVER));
  private int prefaced;

  Http2Dialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    try {
      int from = side == Side.CLIENT ? preface(data) : 0;
      if (from < data.length()) {
        (side == Side.CLIENT ? client : server).read(data.slice(from, data.length() - from));
      }
      return true;
    } catch (MalformedMessageException e) {
      close();
      throw e;
    }
  }

  /// Passes over what the client begins with (RFC 9113 3.4).
  private int preface(Bytes data) {
    int at = 0;
    while (prefaced < PREFACE.length && at < data.length()) {
      if (data.u8(at++) != PREFACE[prefaced++]) {
        throw new MalformedMessageException("not the preface of HTTP/2");
      }
    }
    return at;
  }

  @Override
  public boolean gap(Side side, long length) {
    boolean known =
        prefaced == PREFACE.length && (side == Side.CLIENT ? client : server).skip(length);
    if (!known) {
      close();
    }
    return known;
  }

  @Override
  public void close() {
    waiting.values().forEach(draft -> conversation.emit(draft.finish()));
    waiting.clear();
  }

  /// One direction with its table of fields.
  private final class Half implements FrameCutter.Blocks {
    private final Hpack hpack = new Hpack();
    private final Side side;

    Half(Side side) {
      this.side = side;
    }

    @Override
    public void block(int stream, Bytes block, boolean last) {
      List<HeaderLine> lines = hpack.read(block);
      StreamDraft draft = draft(stream);
      if (side == Side.CLIENT) {
        draft.request(lines);
      } else {
        draft.response(lines);
        if (last) {
          end(stream);
        }
      }
    }

    @Override
    public void end(int stream) {
      StreamDraft draft = side == Side.SERVER ? waiting.remove(stream) : null;
      if (draft != null) {
        conversation.emit(draft.finish());
      }
    }
  }

  private StreamDraft draft(int stream) {
    if (waiting.size() >= MOST_WAITING && !waiting.containsKey(stream)) {
      int oldest = waiting.keySet().iterator().next();
      StreamDraft given = waiting.remove(oldest);
      if (given != null) {
        conversation.emit(given.finish());
      }
    }
    return waiting.computeIfAbsent(stream, number -> new StreamDraft(number, conversation));
  }
}
