package io.aegispcap.capture.protocol;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The conversations of a capture by tshark's numbers, put together slowly and plainly, with the
/// facts that a protocol reads from each.
public final class Streams {
  private static final String[] TCP = {
    "frame.number",
    "tcp.stream",
    "ip.src",
    "ipv6.src",
    "tcp.srcport",
    "tcp.seq_raw",
    "tcp.flags.syn",
    "tcp.flags.ack",
    "tcp.payload"
  };
  private static final String[] UDP = {
    "frame.number", "udp.stream", "ip.src", "ipv6.src", "udp.srcport", "udp.payload"
  };

  private final Protocol protocol;
  private final Map<String, Talk> talks = new LinkedHashMap<>();

  private Streams(Protocol protocol) {
    this.protocol = protocol;
  }

  public static Map<String, List<Fact>> tcp(Protocol protocol, Path capture) {
    Streams streams = new Streams(protocol);
    for (var frame : TsharkFrames.of(capture, "tcp", TCP)) {
      streams.segment(frame);
    }
    return streams.facts();
  }

  public static Map<String, List<Fact>> udp(Protocol protocol, Path capture) {
    Streams streams = new Streams(protocol);
    for (var frame : TsharkFrames.of(capture, "udp", UDP)) {
      streams.datagram(frame);
    }
    return streams.facts();
  }

  private void segment(Map<String, String> frame) {
    Talk talk = talk(frame, "tcp");
    String speaker = speaker(frame, "tcp");
    boolean syn = TsharkFrames.last(frame, "tcp.flags.syn").orElse("0").matches("1|True");
    boolean ack = TsharkFrames.last(frame, "tcp.flags.ack").orElse("0").matches("1|True");
    if (talk.client.isEmpty()) {
      talk.client = syn && ack ? "?" : speaker;
      talk.notClient = syn && ack ? speaker : "";
    }
    Side side = talk.side(speaker);
    long sequence = Long.parseLong(TsharkFrames.last(frame, "tcp.seq_raw").orElse("0"));
    byte[] payload = payload(frame, "tcp.payload");
    talk.direction(side).segment(frameNumber(frame), syn ? sequence + 1 : sequence, payload, talk);
  }

  private void datagram(Map<String, String> frame) {
    Talk talk = talk(frame, "udp");
    String speaker = speaker(frame, "udp");
    if (talk.client.isEmpty()) {
      talk.client = speaker;
    }
    talk.hear(frameNumber(frame), talk.side(speaker), payload(frame, "udp.payload"));
  }

  private Talk talk(Map<String, String> frame, String layer) {
    String stream = TsharkFrames.last(frame, layer + ".stream").orElse("?");
    return talks.computeIfAbsent(stream, key -> new Talk(protocol));
  }

  private static long frameNumber(Map<String, String> frame) {
    return Long.parseLong(frame.get("frame.number"));
  }

  private static String speaker(Map<String, String> frame, String layer) {
    return TsharkFrames.last(frame, "ip.src").orElse("")
        + TsharkFrames.last(frame, "ipv6.src").orElse("")
        + '#'
        + TsharkFrames.last(frame, layer + ".srcport").orElse("");
  }

  private static byte[] payload(Map<String, String> frame, String field) {
    return HexFormat.of().parseHex(TsharkFrames.last(frame, field).orElse(""));
  }

  private Map<String, List<Fact>> facts() {
    Map<String, List<Fact>> facts = new LinkedHashMap<>();
    talks.forEach(
        (stream, talk) -> {
          talk.close();
          if (!talk.overheard.facts().isEmpty()) {
            facts.put(stream, talk.overheard.facts());
          }
        });
    return facts;
  }

  private static final class Talk {
    private final Protocol protocol;
    private final Overheard overheard = new Overheard();
    private final Map<Side, Direction> directions = new HashMap<>();
    private final List<Said> waiting = new ArrayList<>();
    private final List<Long> waitingFrames = new ArrayList<>();
    private Dialogue dialogue;
    private String client = "";
    private String notClient = "";
    private boolean over;

    Talk(Protocol protocol) {
      this.protocol = protocol;
    }

    Side side(String speaker) {
      if (client.equals("?")) {
        return speaker.equals(notClient) ? Side.SERVER : Side.CLIENT;
      }
      return speaker.equals(client) ? Side.CLIENT : Side.SERVER;
    }

    Direction direction(Side side) {
      return directions.computeIfAbsent(side, key -> new Direction(key));
    }

    void hear(long frame, Side side, byte[] bytes) {
      if (over || bytes.length == 0) {
        return;
      }
      waiting.add(new Said(side, bytes));
      waitingFrames.add(frame);
      if (dialogue == null && !recognised(side)) {
        return;
      }
      for (int i = 0; i < waiting.size() && !over; i++) {
        overheard.inFrame(waitingFrames.get(i));
        over = !read(waiting.get(i));
      }
      waiting.clear();
      waitingFrames.clear();
    }

    private boolean read(Said said) {
      try {
        return dialogue.read(said.side(), Bytes.of(said.bytes()));
      } catch (MalformedMessageException e) {
        return false;
      }
    }

    private boolean recognised(Side side) {
      byte[] all = {};
      for (Said said : waiting) {
        if (said.side() == side) {
          int old = all.length;
          all = Arrays.copyOf(all, old + said.bytes().length);
          System.arraycopy(said.bytes(), 0, all, old, said.bytes().length);
        }
      }
      if (protocol.recognise(side, Bytes.of(all)) == Recognition.YES) {
        dialogue = protocol.open(overheard);
        return true;
      }
      return false;
    }

    void close() {
      if (dialogue != null) {
        dialogue.close();
      }
    }
  }

  private static final class Direction {
    private final Side side;
    private final TreeMap<Long, byte[]> early = new TreeMap<>();
    private boolean started;
    private long next;

    Direction(Side side) {
      this.side = side;
    }

    void segment(long frame, long sequence, byte[] payload, Talk talk) {
      if (!started) {
        started = true;
        next = sequence;
      }
      if (payload.length == 0) {
        return;
      }
      long at = next + (int) (sequence - next);
      early.merge(at, payload, (one, other) -> one.length >= other.length ? one : other);
      while (!early.isEmpty() && early.firstKey() <= next) {
        var entry = early.pollFirstEntry();
        int skip = (int) Math.min(next - entry.getKey(), entry.getValue().length);
        byte[] fresh = Arrays.copyOfRange(entry.getValue(), skip, entry.getValue().length);
        next += fresh.length;
        talk.hear(frame, side, fresh);
      }
    }
  }
}
