package io.aegispcap.analysis.detection;

import static io.aegispcap.testkit.packet.PacketBuilder.ACK;
import static io.aegispcap.testkit.packet.PacketBuilder.FIN;
import static io.aegispcap.testkit.packet.PacketBuilder.PSH;
import static io.aegispcap.testkit.packet.PacketBuilder.RST;
import static io.aegispcap.testkit.packet.PacketBuilder.SYN;

import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.pipeline.Engine;
import io.aegispcap.analysis.pipeline.EngineOptions;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.testkit.capture.PcapBuilder;
import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Traffic as a detector is to see it: packets that go through the engine, and facts told directly.
public final class Scene {
  /// 2026-03-01T00:00:00Z.
  public static final long START = 1_772_323_200_000_000_000L;

  private static final Set<String> OVER_UDP =
      Set.of("dns", "ntp", "dhcp", "dhcpv6", "radius", "llmnr", "nbns", "mdns");

  private static final int ETHERNET = 14;

  /// Payload bytes of a large packet that are captured.
  private static final int SNAP = 64;

  private static final int LARGE = 50_000;

  private record Frame(long time, int length, byte[] bytes) {
    Frame(long time, byte[] bytes) {
      this(time, bytes.length, bytes);
    }
  }

  private record Told(FlowKey key, Fact fact) {}

  private final List<Frame> frames = new ArrayList<>();
  private final List<Told> facts = new ArrayList<>();
  private long now = START;
  private int port = 40_000;

  public long now() {
    return now;
  }

  public Scene after(double seconds) {
    now += (long) (seconds * 1e9);
    return this;
  }

  private void packet(PacketBuilder packet) {
    frames.add(new Frame(now, packet.build()));
    now += 100_000;
  }

  /// With a payload of so many bytes; a large one is cut off when it is captured.
  private void packet(PacketBuilder packet, int payload) {
    if (payload <= LARGE) {
      packet(packet.payloadOf(payload));
      return;
    }
    int whole = packet.payloadOf(SNAP).build().length + payload - SNAP;
    frames.add(new Frame(now, whole, packet.totalLength(whole - ETHERNET).build()));
    now += 100_000;
  }

  private int nextPort() {
    port = port == 64_999 ? 40_000 : port + 1;
    return port;
  }

  private static PacketBuilder tcp(String from, int fromPort, String to, int toPort, int... flags) {
    PacketBuilder ip =
        from.contains(":") ? Frames.ethernet().ipv6(from, to) : Frames.ethernet().ipv4(from, to);
    return ip.tcp(fromPort, toPort).flags(flags);
  }

  /// A SYN that nobody answers.
  public Scene unanswered(String from, String to, int toPort) {
    packet(tcp(from, nextPort(), to, toPort, SYN).seq(1));
    return this;
  }

  /// A SYN that is answered by RST.
  public Scene refused(String from, String to, int toPort) {
    int fromPort = nextPort();
    packet(tcp(from, fromPort, to, toPort, SYN).seq(1));
    packet(tcp(to, toPort, from, fromPort, RST, ACK).ack(2));
    return this;
  }

  /// A connection that its opener resets without a word.
  public Scene resetAtOnce(String from, String to, int toPort) {
    int fromPort = open(from, to, toPort);
    packet(tcp(from, fromPort, to, toPort, RST, ACK).seq(2).ack(2));
    return this;
  }

  /// A connection that carries so many bytes there and back.
  public Scene talked(String from, String to, int toPort, int there, int back) {
    return talked(from, to, toPort, there, back, 1_400);
  }

  /// The same for large numbers over IPv4: in packets of 60,000 bytes, as offloading shows them, of
  /// which only the beginning is captured.
  public Scene moved(String from, String to, int toPort, int there, int back) {
    return talked(from, to, toPort, there, back, 60_000);
  }

  private Scene talked(String from, String to, int toPort, int there, int back, int longest) {
    int fromPort = open(from, to, toPort);
    long seq = 2;
    for (int left = there; left > 0; left -= longest) {
      int length = Math.min(left, longest);
      packet(tcp(from, fromPort, to, toPort, PSH, ACK).seq(seq).ack(2), length);
      seq += length;
    }
    long ack = 2;
    for (int left = back; left > 0; left -= longest) {
      int length = Math.min(left, longest);
      packet(tcp(to, toPort, from, fromPort, PSH, ACK).seq(ack).ack(seq), length);
      ack += length;
    }
    packet(tcp(from, fromPort, to, toPort, FIN, ACK).seq(seq).ack(ack));
    packet(tcp(to, toPort, from, fromPort, FIN, ACK).seq(ack).ack(seq + 1));
    packet(tcp(from, fromPort, to, toPort, ACK).seq(seq + 1).ack(ack + 1));
    return this;
  }

  /// A connection in which each side says one thing.
  public Scene spoke(String from, String to, int toPort, String there, String back) {
    int fromPort = open(from, to, toPort);
    byte[] ask = there.getBytes(StandardCharsets.ISO_8859_1);
    byte[] answer = back.getBytes(StandardCharsets.ISO_8859_1);
    packet(tcp(from, fromPort, to, toPort, PSH, ACK).seq(2).ack(2).payload(ask));
    packet(tcp(to, toPort, from, fromPort, PSH, ACK).seq(2).ack(2 + ask.length).payload(answer));
    return this;
  }

  /// A connection in which the client says something, then more after so many seconds, and the
  /// server only acknowledges it.
  public Scene dripped(String from, String to, int toPort, String first, String more, int seconds) {
    int fromPort = open(from, to, toPort);
    long seq = 2;
    for (String part : new String[] {first, more}) {
      byte[] bytes = part.getBytes(StandardCharsets.ISO_8859_1);
      packet(tcp(from, fromPort, to, toPort, PSH, ACK).seq(seq).ack(2).payload(bytes));
      seq += bytes.length;
      packet(tcp(to, toPort, from, fromPort, ACK).seq(2).ack(seq));
      after(part.equals(first) ? seconds : 0);
    }
    return this;
  }

  /// A connection that began before the capture, of which so many bytes of one side are seen.
  public Scene wentOn(String from, int port, String to, int bytes) {
    int toPort = nextPort();
    long seq = 2;
    for (int left = bytes; left > 0; left -= 60_000) {
      int length = Math.min(left, 60_000);
      packet(tcp(from, port, to, toPort, PSH, ACK).seq(seq).ack(2), length);
      seq += length;
    }
    return this;
  }

  private int open(String from, String to, int toPort) {
    int fromPort = nextPort();
    packet(tcp(from, fromPort, to, toPort, SYN).seq(1));
    packet(tcp(to, toPort, from, fromPort, SYN, ACK).seq(1).ack(2));
    packet(tcp(from, fromPort, to, toPort, ACK).seq(2).ack(2));
    return fromPort;
  }

  /// A single segment with any flags.
  public Scene segment(String from, String to, int toPort, int... flags) {
    packet(tcp(from, nextPort(), to, toPort, flags).seq(1));
    return this;
  }

  public Scene datagram(String from, int fromPort, String to, int toPort, int length) {
    packet(Frames.ethernet().ipv4(from, to).udp(fromPort, toPort).payloadOf(length));
    return this;
  }

  public Scene ping(String from, String to) {
    packet(Frames.ethernet().ipv4(from, to).ping(8, nextPort(), 1));
    return this;
  }

  public Scene pinged(String from, String to) {
    ping(from, to);
    packet(Frames.ethernet().ipv4(to, from).ping(0, port, 1));
    return this;
  }

  /// An echo request of so many bytes, and its reply of so many; none below 0.
  public Scene echoed(String from, String to, int there, int back) {
    packet(Frames.ethernet().ipv4(from, to).ping(8, 1, 1).payloadOf(there));
    if (back >= 0) {
      packet(Frames.ethernet().ipv4(to, from).ping(0, 1, 1).payloadOf(back));
    }
    return this;
  }

  /// An ARP message (RFC 826) of a station.
  ///
  /// @param mac 12 hexadecimal digits
  public Scene arp(boolean reply, String mac, String sender, String target) {
    HexFormat hex = HexFormat.of();
    byte[] head =
        hex.parseHex(
            "ffffffffffff" + mac + "0806" + "000108000604" + (reply ? "0002" : "0001") + mac);
    frames.add(
        new Frame(
            now,
            Frames.behind(head)
                .bytes(IpAddress.parse(sender).bytes())
                .bytes(new byte[6])
                .bytes(IpAddress.parse(target).bytes())
                .build()));
    now += 100_000;
    return this;
  }

  /// A neighbour solicitation (RFC 4861 4.3) of a station.
  ///
  /// @param mac 12 hexadecimal digits
  /// @param sender `::` in a probe, which bears no link-layer option
  public Scene solicited(String mac, String sender, String target) {
    boolean probe = sender.equals("::");
    neighbour(mac, sender, 135, 0, target, probe ? "" : "0101" + mac);
    return this;
  }

  /// A neighbour advertisement (RFC 4861 4.4) of a station, told to all.
  ///
  /// @param flags such as `a0` for a router's that overrides
  public Scene answered(String mac, String flags, String target) {
    neighbour(mac, target, 136, HexFormat.fromHexDigits(flags), target, "0201" + mac);
    return this;
  }

  private void neighbour(
      String mac, String sender, int type, int flags, String target, String option) {
    byte[] address = IpAddress.parse(target).bytes();
    byte[] rest = HexFormat.of().parseHex(option);
    byte[] payload = new byte[address.length + rest.length];
    System.arraycopy(address, 0, payload, 0, address.length);
    System.arraycopy(rest, 0, payload, address.length, rest.length);
    byte[] frame =
        Frames.ethernet(HexFormat.fromHexDigitsToLong(mac), 0x3333_0000_0001L)
            .ipv6(sender, "ff02::1")
            .ttl(255)
            .icmpv6(type, 0)
            .payload(payload)
            .build();
    frame[frame.length - payload.length - 4] = (byte) flags;
    frames.add(new Frame(now, frame));
    now += 100_000;
  }

  /// A router advertisement (RFC 4861 4.2) with one prefix of 64 bits.
  public Scene advertised(String router, String prefix, int lifetime) {
    byte[] rest = new byte[8];
    byte[] option = {3, 4, 64, (byte) 0xc0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0};
    byte[] network = IpAddress.parse(prefix).bytes();
    byte[] payload = new byte[rest.length + option.length + network.length];
    System.arraycopy(option, 0, payload, rest.length, option.length);
    System.arraycopy(network, 0, payload, rest.length + option.length, network.length);
    byte[] frame =
        Frames.ethernet().ipv6(router, "ff02::1").ttl(255).icmpv6(134, 0).payload(payload).build();
    frame[frame.length - payload.length - 1] = (byte) lifetime;
    frames.add(new Frame(now, frame));
    now += 100_000;
    return this;
  }

  /// A fact that a client's conversation with a server said.
  public Scene said(String from, String to, int toPort, Fact fact) {
    int protocol = OVER_UDP.contains(fact.protocol()) ? 17 : 6;
    facts.add(
        new Told(
            new FlowKey(
                IpAddress.parse(from), IpAddress.parse(to), nextPort(), toPort, protocol, -1),
            fact));
    return this;
  }

  /// What a detector finds in it.
  public List<Finding> shownTo(Detector detector) {
    for (Told told : facts) {
      detector.fact(told.key(), told.fact());
    }
    frames.sort(Comparator.comparingLong(Frame::time));
    PcapBuilder pcap = PcapBuilder.pcap();
    for (Frame frame : frames) {
      pcap.frame(frame.time(), frame.length(), frame.bytes());
    }
    run(pcap.build(), detector);
    List<Finding> findings = new ArrayList<>();
    detector.finish(findings::add);
    return findings;
  }

  private static void run(byte[] pcap, Detector detector) {
    try (CaptureFile capture =
        Captures.open(
            "scene", Channels.newChannel(new ByteArrayInputStream(pcap)), ReadOptions.DEFAULT)) {
      new Engine(EngineOptions.defaults().withThreads(1)).observe(detector).run(capture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
