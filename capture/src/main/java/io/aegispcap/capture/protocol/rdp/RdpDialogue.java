package io.aegispcap.capture.protocol.rdp;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.FramedStream;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.tpkt.Tpkt;
import java.util.List;
import java.util.Optional;

/// Request, answer and, when nothing encrypts what follows, the client's settings.
final class RdpDialogue implements Dialogue {
  private static final int READ_AT_MOST = 1024;

  private final Conversation conversation;
  private final FramedStream client = new FramedStream(Tpkt.TPKT, READ_AT_MOST);
  private final FramedStream server = new FramedStream(Tpkt.TPKT, READ_AT_MOST);
  private boolean begun;
  private boolean done;
  private boolean told;
  private long frameId;
  private long timestamp;
  private String cookie = "";
  private List<String> requested = List.of();
  private String selected = "";
  private String failure = "";
  private boolean answered;
  private Optional<ClientCore> core = Optional.empty();

  RdpDialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (side == Side.CLIENT) {
      client.read(data, this::said);
    } else {
      server.read(data, this::answer);
    }
    if (done) {
      close();
    }
    return !done;
  }

  private void begin() {
    if (!begun && !told) {
      begun = true;
      frameId = conversation.frameId();
      timestamp = conversation.timestamp();
    }
  }

  private void said(Bytes packet) {
    switch (Tpkt.kind(packet)) {
      case Tpkt.CONNECTION_REQUEST -> {
        begin();
        cookie = Negotiation.cookie(packet);
        requested = Negotiation.requested(packet);
      }
      case Tpkt.DATA -> {
        core = ClientCore.in(packet);
        done = true;
      }
      default -> {}
    }
  }

  private void answer(Bytes packet) {
    if (Tpkt.kind(packet) == Tpkt.CONNECTION_CONFIRM) {
      begin();
      answered = true;
      selected = Negotiation.selected(packet);
      failure = Negotiation.failure(packet);
      done = !selected.equals("rdp");
    }
  }

  @Override
  public boolean gap(Side side, long length) {
    done = true;
    close();
    return false;
  }

  @Override
  public void close() {
    if (!begun) {
      return;
    }
    begun = false;
    told = true;
    done = true;
    conversation.emit(
        new RdpConnection(
            frameId,
            timestamp,
            cookie,
            requested,
            selected,
            failure,
            answered,
            core.map(ClientCore::name).orElse(""),
            core.map(ClientCore::build).orElse(0L),
            core.map(ClientCore::keyboardLayout).orElse(0L),
            core.map(ClientCore::width).orElse(0),
            core.map(ClientCore::height).orElse(0)));
  }
}
