package io.aegispcap.capture.protocol.stratum;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Lines;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;

/// Reads both sides line by line and tells of the session at its end. A gap ends the reading.
final class StratumDialogue implements Dialogue {
  private final Conversation conversation;
  private final long frameId;
  private final long timestamp;
  private final Lines calls = new Lines();
  private final Lines answers = new Lines();
  private String agent = "";
  private String worker = "";
  private long jobs;
  private long shares;
  private boolean told;

  StratumDialogue(Conversation conversation) {
    this.conversation = conversation;
    frameId = conversation.frameId();
    timestamp = conversation.timestamp();
  }

  @Override
  public boolean read(Side side, Bytes data) {
    try {
      return side == Side.CLIENT ? calls.read(data, this::call) : answers.read(data, this::answer);
    } catch (MalformedMessageException e) {
      close();
      throw e;
    }
  }

  private boolean call(String line) {
    String method = StratumLine.method(line);
    agent = agent.isEmpty() ? StratumLine.agent(line) : agent;
    worker = worker.isEmpty() ? StratumLine.worker(line) : worker;
    boolean submits =
        method.equals("submit")
            || method.equals("mining.submit")
            || method.equals("eth_submitWork");
    shares += submits ? 1 : 0;
    return true;
  }

  private boolean answer(String line) {
    String method = StratumLine.method(line);
    boolean job =
        method.equals("mining.notify") || method.equals("job") || line.contains("\"job\":");
    jobs += job ? 1 : 0;
    return true;
  }

  @Override
  public boolean gap(Side side, long length) {
    close();
    return false;
  }

  @Override
  public void close() {
    if (!told) {
      told = true;
      conversation.emit(new StratumSession(frameId, timestamp, agent, worker, jobs, shares));
    }
  }
}
