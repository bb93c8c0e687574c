package io.aegispcap.capture.protocol;

import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.Outcome;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.packet.PacketDecoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Plays a capture to one protocol, in a slow and plain way: each conversation that the protocol
/// recognises is read to its end, streams in order of their sequence numbers.
public final class CaptureReplay {
  private final Protocol protocol;
  private final Map<Key, Talk> talks = new LinkedHashMap<>();
  private final List<Fact> facts = new ArrayList<>();

  private CaptureReplay(Protocol protocol) {
    this.protocol = protocol;
  }

  private record Key(
      IpAddress client, IpAddress server, int clientPort, int serverPort, int transport) {
    Key reversed() {
      return new Key(server, client, serverPort, clientPort, transport);
    }
  }

  public static List<Fact> facts(Path capture, Protocol protocol) throws IOException {
    CaptureReplay replay = new CaptureReplay(protocol);
    PacketDecoder decoder = new PacketDecoder(DecodeOptions.DEFAULT);
    Packet packet = new Packet();
    try (CaptureFile file = Captures.open(capture, ReadOptions.DEFAULT)) {
      while (file.next(packet)) {
        decoder.decode(packet);
        replay.take(packet);
        while (decoder.hasReleased()) {
          decoder.release(packet);
          replay.take(packet);
        }
      }
    }
    replay.talks.values().forEach(Talk::end);
    return replay.facts;
  }

  private void take(Packet packet) {
    if (packet.outcome() != Outcome.FLOW || !protocol.over(packet.protocol())) {
      return;
    }
    Key key =
        new Key(
            packet.source(),
            packet.destination(),
            packet.sourcePort(),
            packet.destinationPort(),
            packet.protocol());
    boolean fresh =
        packet.protocol() == Packet.TCP && packet.has(Packet.SYN) && !packet.has(Packet.ACK);
    Talk talk = talks.get(key);
    Side side = talk == null && talks.containsKey(key.reversed()) ? Side.SERVER : Side.CLIENT;
    talk = side == Side.SERVER ? talks.get(key.reversed()) : talk;
    if (talk == null || fresh && talk.hasSpoken()) {
      if (talk != null) {
        talk.end();
      }
      boolean answer = packet.has(Packet.SYN) && packet.has(Packet.ACK);
      side = answer ? Side.SERVER : Side.CLIENT;
      key = answer ? key.reversed() : key;
      talk = new Talk(key);
      talks.put(key, talk);
    }
    talk.take(side, packet);
  }

  /// One conversation.
  private final class Talk implements Conversation {
    private final Key key;
    private final Map<Side, Stream> streams =
        Map.of(Side.CLIENT, new Stream(), Side.SERVER, new Stream());
    private Dialogue dialogue;
    private boolean done;
    private final List<Said> early = new ArrayList<>();
    private long frameId;
    private long timestamp;

    Talk(Key key) {
      this.key = key;
    }

    private record Said(Side side, byte[] bytes, long frameId, long timestamp) {}

    boolean hasSpoken() {
      return dialogue != null || !early.isEmpty();
    }

    void take(Side side, Packet packet) {
      if (done) {
        return;
      }
      int from = packet.payloadOffset();
      byte[] bytes = Arrays.copyOfRange(packet.payload(), from, from + packet.payloadCaptured());
      List<byte[]> ready =
          key.transport() == Packet.TCP ? streams.get(side).take(packet, bytes) : List.of(bytes);
      for (byte[] piece : ready) {
        if (piece.length > 0 && !done) {
          say(new Said(side, piece, packet.frameId(), packet.timestamp()));
        }
      }
    }

    private void say(Said said) {
      if (dialogue != null) {
        deliver(said);
        return;
      }
      early.add(said);
      for (Side side : Side.values()) {
        byte[] first = beginning(side);
        if (first.length > 0 && protocol.recognise(side, Bytes.of(first)) == Recognition.YES) {
          dialogue = protocol.open(this);
          early.forEach(this::deliver);
          early.clear();
          return;
        }
      }
      done = early.size() > 20;
    }

    private byte[] beginning(Side side) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      early.stream()
          .filter(said -> said.side() == side)
          .forEach(said -> out.writeBytes(said.bytes()));
      return Arrays.copyOf(out.toByteArray(), Math.min(out.size(), 4096));
    }

    private void deliver(Said said) {
      if (done) {
        return;
      }
      frameId = said.frameId();
      timestamp = said.timestamp();
      try {
        done = !dialogue.read(said.side(), Bytes.of(said.bytes()));
      } catch (MalformedMessageException e) {
        done = true;
      }
    }

    void end() {
      if (dialogue != null) {
        dialogue.close();
      }
    }

    @Override
    public IpAddress client() {
      return key.client();
    }

    @Override
    public IpAddress server() {
      return key.server();
    }

    @Override
    public int clientPort() {
      return key.clientPort();
    }

    @Override
    public int serverPort() {
      return key.serverPort();
    }

    @Override
    public int transport() {
      return key.transport();
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
      facts.add(fact);
    }
  }

  /// One side's bytes in order; what never comes is waited for.
  private static final class Stream {
    private final TreeMap<Long, byte[]> waiting = new TreeMap<>();
    private long next = -1;
    private long base;

    List<byte[]> take(Packet packet, byte[] bytes) {
      long sequence = packet.sequence() + (packet.has(Packet.SYN) ? 1 : 0);
      if (next < 0 || next == 0 && packet.has(Packet.SYN)) {
        base = sequence;
        next = 0;
      }
      long at = (int) (sequence - base - next) + next;
      if (bytes.length > 0 && at + bytes.length > next) {
        waiting.merge(at, bytes, (a, b) -> a.length >= b.length ? a : b);
      }
      List<byte[]> ready = new ArrayList<>();
      while (!waiting.isEmpty() && waiting.firstKey() <= next) {
        Map.Entry<Long, byte[]> first = waiting.pollFirstEntry();
        int seen = (int) (next - first.getKey());
        if (seen < first.getValue().length) {
          ready.add(Arrays.copyOfRange(first.getValue(), seen, first.getValue().length));
          next = first.getKey() + first.getValue().length;
        }
      }
      return ready;
    }
  }
}
