package io.aegispcap.analysis.slice;

import io.aegispcap.analysis.flow.CommunityId;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.Outcome;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.packet.PacketDecoder;
import java.io.IOException;
import java.util.Optional;

/// The packets of one flow of a single capture, which share its Community ID and lie between its
/// first and its last one.
///
/// @param first frame number
/// @param last frame number
/// @param sender one side, if only what it sent is wanted
public record FlowPackets(String communityId, long first, long last, Optional<Sender> sender) {

  /// Who sent a packet.
  ///
  /// @param port counts where the protocol has ports
  public record Sender(IpAddress address, int port) {
    boolean sent(Packet packet) {
      return packet.sourceHigh() == address.high()
          && packet.sourceLow() == address.low()
          && (packet.sourcePort() == port || !hasPorts(packet));
    }

    private static boolean hasPorts(Packet packet) {
      return switch (packet.protocol()) {
        case Packet.TCP, Packet.UDP, Packet.SCTP -> true;
        default -> false;
      };
    }
  }

  /// Reads up to the last of them.
  ///
  /// @param source read from its beginning
  /// @param options those that the flow was made with
  public FrameSet find(CaptureFile source, DecodeOptions options) throws IOException {
    PacketDecoder decoder = new PacketDecoder(options);
    CommunityId ids = new CommunityId();
    FrameSet frames = new FrameSet();
    Packet packet = new Packet();
    Packet released = new Packet();
    while (source.next(packet) && packet.number() <= last) {
      decoder.decode(packet);
      add(packet, ids, frames);
      while (decoder.hasReleased()) {
        decoder.release(released);
        add(released, ids, frames);
      }
    }
    return frames;
  }

  private void add(Packet packet, CommunityId ids, FrameSet frames) {
    if (packet.outcome() == Outcome.FLOW
        && packet.number() >= first
        && packet.number() <= last
        && sender.map(side -> side.sent(packet)).orElse(true)
        && ids.of(packet).equals(communityId)) {
      frames.add(packet.frameId());
    }
  }
}
