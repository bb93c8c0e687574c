package io.aegispcap.capture.protocol;

import io.aegispcap.capture.packet.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A conversation that a test speaks: it counts frames, moves the clock a second per frame, and
/// keeps the facts.
public final class ScriptedConversation implements Conversation {
  public static final int TCP = 6;
  public static final int UDP = 17;
  private static final long SECOND = 1_000_000_000L;

  private final int transport;
  private final int clientPort;
  private final int serverPort;
  private final List<Fact> facts = new ArrayList<>();
  private long frame;

  public ScriptedConversation(int transport, int clientPort, int serverPort) {
    this.transport = transport;
    this.clientPort = clientPort;
    this.serverPort = serverPort;
  }

  public static ScriptedConversation tcp(int serverPort) {
    return new ScriptedConversation(TCP, 40_000, serverPort);
  }

  public static ScriptedConversation udp(int serverPort) {
    return new ScriptedConversation(UDP, 40_000, serverPort);
  }

  public boolean say(Dialogue dialogue, Side side, byte[] bytes) {
    frame++;
    return dialogue.read(side, Bytes.of(bytes));
  }

  public boolean say(Dialogue dialogue, Side side, String text) {
    return say(dialogue, side, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Says it in pieces of that many bytes, all in one frame; stops when the dialogue does.
  public boolean sayInPieces(Dialogue dialogue, Side side, byte[] bytes, int size) {
    frame++;
    boolean more = true;
    for (int from = 0; from < bytes.length && more; from += size) {
      more = dialogue.read(side, Bytes.of(bytes).slice(from, Math.min(size, bytes.length - from)));
    }
    return more;
  }

  public List<Fact> facts() {
    return facts;
  }

  public <F extends Fact> List<F> facts(Class<F> type) {
    return facts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public IpAddress client() {
    return IpAddress.parse("192.0.2.1");
  }

  @Override
  public IpAddress server() {
    return IpAddress.parse("198.51.100.2");
  }

  @Override
  public int clientPort() {
    return clientPort;
  }

  @Override
  public int serverPort() {
    return serverPort;
  }

  @Override
  public int transport() {
    return transport;
  }

  @Override
  public long frameId() {
    return frame;
  }

  @Override
  public long timestamp() {
    return frame * SECOND;
  }

  @Override
  public void emit(Fact fact) {
    facts.add(fact);
  }
}
