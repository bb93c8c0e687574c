package io.aegispcap.analysis.dissection;

import io.aegispcap.analysis.dissection.Dissection.Layer;
import io.aegispcap.capture.file.LinkType;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.capture.packet.Outcome;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.packet.PacketDecoder;
import io.aegispcap.capture.packet.Tunnel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Takes frames apart, each on its own: a datagram in fragments stays in fragments.
public final class Dissector {
  private static final int ETHERNET_HEADER = 14;

  private final PacketDecoder decoder = new PacketDecoder(DecodeOptions.DEFAULT);
  private final Message message = new Message();

  /// @param packet a frame as a reader left it
  public Dissection dissect(Packet packet) {
    decoder.decode(packet);
    List<Layer> layers = new ArrayList<>();
    layers.add(frame(packet));
    link(packet, layers);
    boolean addressed = packet.ipVersion() != 0;
    if (addressed) {
      layers.add(ip(packet));
      transport(packet, layers);
    }
    List<Layer> messages = addressed ? message.read(packet) : List.of();
    layers.addAll(messages);
    if (messages.isEmpty() && packet.payloadCaptured() > 0) {
      layers.add(payload(packet));
    }
    return new Dissection(
        packet.number(),
        packet.timestamp(),
        packet.capturedLength(),
        packet.originalLength(),
        addressed ? packet.source().toString() : "",
        addressed ? packet.destination().toString() : "",
        protocol(packet, messages),
        summary(packet, messages),
        layers,
        HexDump.of(packet.data(), packet.offset(), packet.capturedLength()));
  }

  private static Layer frame(Packet packet) {
    Fields fields =
        new Fields()
            .add("number", packet.number())
            .add("time", Instant.ofEpochSecond(0, packet.timestamp()))
            .add("length", Texts.bytes(packet.originalLength()) + " on the wire");
    if (packet.capturedLength() < packet.originalLength()) {
      fields.add("captured", Texts.bytes(packet.capturedLength()));
    }
    fields.add("link type", LinkType.name(packet.linkType()));
    if (packet.outcome() != Outcome.FLOW) {
      fields.add("remark", packet.outcome().label());
    }
    return fields.layer("Frame");
  }

  private static void link(Packet packet, List<Layer> layers) {
    if (packet.linkType() == LinkType.ETHERNET && packet.capturedLength() >= ETHERNET_HEADER) {
      int at = packet.offset();
      int type = (packet.data()[at + 12] & 0xff) << 8 | packet.data()[at + 13] & 0xff;
      layers.add(
          new Fields()
              .add("destination", Texts.mac(packet.data(), at))
              .add("source", Texts.mac(packet.data(), at + 6))
              .add("type or length", Texts.hex(type))
              .layer("Ethernet"));
    }
    if (packet.vlan() >= 0) {
      Fields fields = new Fields().add("VLAN", packet.vlan());
      if (packet.innerVlan() >= 0) {
        fields.add("inner VLAN", packet.innerVlan());
      }
      layers.add(fields.layer("802.1Q"));
    }
    if (packet.tunnel() != Tunnel.NONE) {
      layers.add(
          new Fields()
              .add("kind", packet.tunnel().label())
              .add("depth", packet.tunnelDepth())
              .layer("Tunnel"));
    }
  }

  private static Layer ip(Packet packet) {
    Fields fields =
        new Fields()
            .add("source", packet.source())
            .add("destination", packet.destination())
            .add("protocol", Texts.transport(packet.protocol()))
            .add(packet.ipVersion() == 4 ? "TTL" : "hop limit", packet.timeToLive())
            .add("total length", Texts.bytes(packet.ipLength()))
            .add("header length", Texts.bytes(packet.ipHeaderLength()))
            .add("DSCP", packet.trafficClass() >> 2);
    if (packet.ipVersion() == 4) {
      fields.add("identification", Texts.hex(packet.identification()));
    }
    if (packet.fragment()) {
      fields.add("fragment", "yes");
    }
    return fields.layer("IPv" + packet.ipVersion());
  }

  private static void transport(Packet packet, List<Layer> layers) {
    switch (packet.protocol()) {
      case Packet.TCP -> layers.add(tcp(packet));
      case Packet.UDP, Packet.SCTP ->
          layers.add(ports(packet).layer(Texts.transport(packet.protocol())));
      case Packet.ICMP, Packet.ICMPV6 -> layers.add(icmp(packet));
      default -> {}
    }
  }

  private static Fields ports(Packet packet) {
    return new Fields()
        .add("source port", packet.sourcePort())
        .add("destination port", packet.destinationPort())
        .add("payload", Texts.bytes(packet.payloadLength()));
  }

  private static Layer tcp(Packet packet) {
    Fields fields =
        ports(packet)
            .add("sequence number", packet.sequence())
            .add("acknowledgment number", packet.acknowledgement())
            .add("flags", Texts.flags(packet.flags()))
            .add("window", packet.windowSize());
    if (packet.maximumSegmentSize() > 0) {
      fields.add("maximum segment size", packet.maximumSegmentSize());
    }
    if (packet.windowScale() >= 0) {
      fields.add("window scale", packet.windowScale());
    }
    return fields.layer("TCP");
  }

  private static Layer icmp(Packet packet) {
    return new Fields()
        .add("type", packet.icmpType())
        .add("code", packet.icmpCode())
        .add("meaning", Texts.icmp(packet.protocol(), packet.icmpType()))
        .layer(Texts.transport(packet.protocol()));
  }

  private static Layer payload(Packet packet) {
    int shown = Math.min(packet.payloadCaptured(), 64);
    return new Fields()
        .add("length", Texts.bytes(packet.payloadLength()))
        .add("begins", Texts.printable(packet.payload(), packet.payloadOffset(), shown))
        .layer("Payload");
  }

  private static String protocol(Packet packet, List<Layer> messages) {
    if (!messages.isEmpty()) {
      return messages.getLast().name().toLowerCase(Locale.ROOT);
    }
    return packet.ipVersion() == 0
        ? packet.outcome().label()
        : Texts.transport(packet.protocol()).toLowerCase(Locale.ROOT);
  }

  private static String summary(Packet packet, List<Layer> messages) {
    if (packet.ipVersion() == 0) {
      return "EtherType " + Texts.hex(packet.etherType()) + ", " + packet.outcome().label();
    }
    String line =
        switch (packet.protocol()) {
          case Packet.TCP -> between(packet) + " [" + Texts.flags(packet.flags()) + "]";
          case Packet.UDP, Packet.SCTP -> between(packet);
          case Packet.ICMP, Packet.ICMPV6 -> Texts.icmp(packet.protocol(), packet.icmpType());
          default -> Texts.transport(packet.protocol());
        };
    return messages.isEmpty()
        ? line + ", " + Texts.bytes(packet.payloadLength())
        : line + ", " + messages.getLast().name();
  }

  private static String between(Packet packet) {
    return packet.sourcePort() + " → " + packet.destinationPort();
  }
}
