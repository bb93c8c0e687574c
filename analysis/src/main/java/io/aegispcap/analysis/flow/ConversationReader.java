package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Side;
import org.jspecify.annotations.Nullable;

/// Recognises the application protocol of one flow by its first bytes, and has it read. Holds at
/// most [StreamSide#MAX_HELD] bytes a side out of order (a table all in all about
/// [HeldBytes#MAX_BYTES]), [Opening#MAX_BYTES] a side while it does not know the protocol, and what
/// the protocol's dialogue holds.
final class ConversationReader implements Conversation {
  private final FactSink sink;
  private final Bytes view = new Bytes();
  private final @Nullable StreamSide client;
  private final @Nullable StreamSide server;
  private Flow flow;
  private @Nullable Opening opening;
  private @Nullable Dialogue dialogue;
  private long frameId;
  private long timestamp;

  ConversationReader(Flow flow, Reading reading) {
    this.flow = flow;
    sink = reading.sink();
    boolean stream = flow.protocol == Packet.TCP;
    client = stream ? new StreamSide(Side.CLIENT, reading.held(), this) : null;
    server = stream ? new StreamSide(Side.SERVER, reading.held(), this) : null;
    opening = new Opening(reading.protocols().over(flow.protocol), stream);
  }

  /// The conversation goes on in the flow that follows the one an active timeout cut.
  void continueIn(Flow next) {
    flow = next;
  }

  /// Takes the next packet of the flow.
  void read(Packet packet, boolean forward) {
    frameId = packet.frameId();
    timestamp = packet.timestamp();
    StreamSide side = forward ? client : server;
    if (side != null) {
      side.segment(packet, (forward ? flow.forward : flow.backward).streamStart);
    } else if (packet.payloadCaptured() > 0) {
      data(
          forward ? Side.CLIENT : Side.SERVER,
          packet.payload(),
          packet.payloadOffset(),
          packet.payloadCaptured());
    }
  }

  /// The flow ended: reads what is held, and closes the dialogue.
  void finish() {
    if (client != null && server != null) {
      client.flush();
      server.flush();
    }
    close();
  }

  void data(Side side, byte[] bytes, int offset, int length) {
    view.over(bytes, offset, length);
    Opening open = opening;
    Dialogue talk = dialogue;
    if (talk != null) {
      read(talk, side, view);
    } else if (open != null) {
      search(open, side);
    }
  }

  private void search(Opening open, Side side) {
    Protocol found = open.find(side, view);
    if (found == null) {
      open.keep(side, view, frameId, timestamp);
      if (open.hopeless()) {
        close();
      }
      return;
    }
    opening = null;
    flow.application = found.name();
    Dialogue talk = found.open(this);
    dialogue = talk;
    long latestFrame = frameId;
    long latestTime = timestamp;
    for (Opening.Chunk chunk : open.kept()) {
      frameId = chunk.frameId();
      timestamp = chunk.timestamp();
      replay(chunk);
    }
    frameId = latestFrame;
    timestamp = latestTime;
    if (dialogue != null) {
      read(talk, side, view);
    }
  }

  private void replay(Opening.Chunk chunk) {
    Dialogue talk = dialogue;
    if (talk != null) {
      read(talk, chunk.side(), Bytes.of(chunk.bytes()));
    }
  }

  void gap(Side side, long length) {
    Dialogue talk = dialogue;
    Opening open = opening;
    try {
      if (talk != null && !talk.gap(side, length)) {
        close();
      }
    } catch (MalformedMessageException e) {
      abandon();
    }
    if (open != null) {
      open.giveUp(side);
      if (open.hopeless()) {
        close();
      }
    }
  }

  private void read(Dialogue talk, Side side, Bytes bytes) {
    try {
      if (!talk.read(side, bytes)) {
        close();
      }
    } catch (MalformedMessageException e) {
      abandon();
    }
  }

  /// Bytes that are not the protocol: what was understood before stands, the rest is not read.
  private void abandon() {
    flow.malformed = true;
    close();
  }

  private void close() {
    Dialogue talk = dialogue;
    dialogue = null;
    opening = null;
    flow.reader = null;
    flow.readThrough = true;
    if (client != null && server != null) {
      client.drop();
      server.drop();
    }
    if (talk != null) {
      talk.close();
    }
  }

  @Override
  public IpAddress client() {
    return flow.key().source();
  }

  @Override
  public IpAddress server() {
    return flow.key().destination();
  }

  @Override
  public int clientPort() {
    return flow.sourcePort;
  }

  @Override
  public int serverPort() {
    return flow.destinationPort;
  }

  @Override
  public int transport() {
    return flow.protocol;
  }

  @Override
  public long frameId() {
    return frameId;
  }

  @Override
  public long timestamp() {
    return timestamp;
  }

  @Override
  public void emit(Fact fact) {
    if (flow.factCount == 0) {
      flow.application = fact.protocol();
    }
    flow.factCount++;
    sink.fact(flow, fact);
  }
}
