package io.aegispcap.analysis.dissection;

import io.aegispcap.analysis.flow.KnownProtocols;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;
import java.util.ArrayList;
import java.util.List;

/// Reads the payload of one packet as if its conversation were this packet alone: what spans
/// several packets is seen in its first one only as far as that goes.
final class Message {
  private final KnownProtocols known = new KnownProtocols();

  /// What the payload says; empty when no protocol is recognised.
  List<Dissection.Layer> read(Packet packet) {
    if (packet.payloadCaptured() == 0) {
      return List.of();
    }
    Side side = packet.sourcePort() < packet.destinationPort() ? Side.SERVER : Side.CLIENT;
    Bytes payload =
        Bytes.of(packet.payload()).slice(packet.payloadOffset(), packet.payloadCaptured());
    for (Side speaker : List.of(side, side.other())) {
      for (Protocol protocol : known.over(packet.protocol())) {
        if (protocol.recognise(speaker, payload) == Recognition.YES) {
          return layers(protocol, facts(protocol, speaker, payload, new Alone(packet, speaker)));
        }
      }
    }
    return List.of();
  }

  private static List<Dissection.Layer> layers(Protocol protocol, List<Fact> facts) {
    if (facts.isEmpty()) {
      return List.of(
          new Fields()
              .add("message", "part of a conversation that other packets complete")
              .layer(protocol.name().toUpperCase(java.util.Locale.ROOT)));
    }
    List<Dissection.Layer> layers = new ArrayList<>();
    for (Fact fact : facts) {
      Fields fields = new Fields();
      fact.describe(fields);
      layers.add(fields.layer(fact.protocol().toUpperCase(java.util.Locale.ROOT)));
    }
    return layers;
  }

  private static List<Fact> facts(Protocol protocol, Side side, Bytes payload, Alone alone) {
    Dialogue dialogue = protocol.open(alone);
    try {
      dialogue.read(side, payload);
    } catch (MalformedMessageException _) {
      return alone.facts; // what was said before it broke
    }
    dialogue.close();
    return alone.facts;
  }

  /// A conversation of one packet.
  private static final class Alone implements Conversation {
    private final Packet packet;
    private final boolean fromClient;
    private final List<Fact> facts = new ArrayList<>();

    Alone(Packet packet, Side side) {
      this.packet = packet;
      this.fromClient = side == Side.CLIENT;
    }

    @Override
    public IpAddress client() {
      return fromClient ? packet.source() : packet.destination();
    }

    @Override
    public IpAddress server() {
      return fromClient ? packet.destination() : packet.source();
    }

    @Override
    public int clientPort() {
      return fromClient ? packet.sourcePort() : packet.destinationPort();
    }

    @Override
    public int serverPort() {
      return fromClient ? packet.destinationPort() : packet.sourcePort();
    }

    @Override
    public int transport() {
      return packet.protocol();
    }

    @Override
    public long frameId() {
      return packet.frameId();
    }

    @Override
    public long timestamp() {
      return packet.timestamp();
    }

    @Override
    public void emit(Fact fact) {
      facts.add(fact);
    }
  }
}
