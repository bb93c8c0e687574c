package io.aegispcap.analysis.pipeline;

import io.aegispcap.analysis.flow.FlowHash;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.packet.LinkMessage;
import io.aegispcap.capture.packet.Outcome;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.packet.PacketDecoder;
import java.io.IOException;
import java.util.Optional;

/// The first step: reads frames, decodes them, and tells which lane each belongs to. One thread at
/// a time works here, in the order of the capture.
final class Decoding {
  private final CaptureFile source;
  private final PacketDecoder decoder;
  private final PacketObserver observer;
  private final FlowHash hash = new FlowHash();
  private final PacketTally tally = new PacketTally();
  private final PacketClock clock = new PacketClock();
  private boolean ended;

  Decoding(CaptureFile source, PacketDecoder decoder, PacketObserver observer) {
    this.source = source;
    this.decoder = decoder;
    this.observer = observer;
  }

  /// Fills a cleared batch with the next frames; at the end of the capture it is marked as closing.
  void fill(PacketBatch batch) throws IOException {
    for (int frames = 0; frames < PacketBatch.FRAMES && !ended; frames++) {
      Packet packet = batch.next();
      if (source.next(packet)) {
        decoder.decode(packet);
        clock.add(packet.timestamp());
        take(batch, packet);
      } else {
        ended = true;
        decoder.finish();
      }
      while (decoder.hasReleased()) {
        Packet released = batch.next();
        decoder.release(released);
        take(batch, released);
      }
    }
    batch.closing = ended;
    batch.clock = clock.now();
    batch.packetsSoFar = tally.packets();
    batch.bytesSoFar = source.bytesRead();
  }

  private void take(PacketBatch batch, Packet packet) {
    Outcome outcome = packet.outcome();
    if (outcome == Outcome.HELD) {
      return; // it comes back, and is counted then
    }
    tally.count(packet);
    observer.packet(packet);
    Optional<LinkMessage> message = LinkMessage.in(packet);
    if (message.isPresent()) { // for each packet: nothing is made to be called
      batch.linkMessages.add(message.get());
    }
    if (outcome != Outcome.FLOW) {
      return;
    }
    long flowHash = hash.of(packet);
    int own = Lane.of(flowHash);
    batch.kept(packet, flowHash);
    batch.place(own, false);
    if (packet.quoted().present()) {
      batch.place(Lane.of(hash.of(packet.quoted())), true);
    }
  }

  boolean ended() {
    return ended;
  }

  PacketTally tally() {
    return tally;
  }
}
