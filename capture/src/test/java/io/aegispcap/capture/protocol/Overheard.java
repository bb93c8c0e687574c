package io.aegispcap.capture.protocol;

import io.aegispcap.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.List;

/// A conversation that keeps the facts emitted in it.
public final class Overheard implements Conversation {
  private final List<Fact> facts = new ArrayList<>();
  private long frameId = 1;

  /// Says which frame the data read next was in.
  public void inFrame(long frameId) {
    this.frameId = frameId;
  }

  public List<Fact> facts() {
    return facts;
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
    return 50_000;
  }

  @Override
  public int serverPort() {
    return 443;
  }

  @Override
  public int transport() {
    return 6;
  }

  @Override
  public long frameId() {
    return frameId;
  }

  @Override
  public long timestamp() {
    return frameId * 1_000_000;
  }

  @Override
  public void emit(Fact fact) {
    facts.add(fact);
  }
}
