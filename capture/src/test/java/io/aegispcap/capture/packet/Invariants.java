package io.aegispcap.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;

/// What holds of every decoded packet, whatever its bytes are.
final class Invariants {
  private Invariants() {}

  static void check(Packet packet) {
    assertThat(packet.payloadCaptured()).isNotNegative();
    assertThat(packet.payloadLength()).isNotNegative();
    assertThat(packet.sourcePort()).isBetween(0, 0xffff);
    assertThat(packet.destinationPort()).isBetween(0, 0xffff);
    assertThat(packet.transportHeaderLength()).isBetween(0, 1024);
    assertThat(packet.tunnelDepth()).isBetween(0, 16);
    if (packet.payloadCaptured() > 0) {
      assertThat(packet.payloadOffset()).isNotNegative();
      assertThat(packet.payloadOffset() + packet.payloadCaptured())
          .isLessThanOrEqualTo(packet.payload().length);
    }
    if (!packet.fragment()) {
      assertThat(packet.payloadCaptured()).isLessThanOrEqualTo(packet.payloadLength());
    }
    if (packet.outcome() == Outcome.FLOW) {
      assertThat(packet.ipVersion()).isIn(4, 6);
      assertThat(packet.ipLength()).isGreaterThanOrEqualTo(20);
      assertThat(packet.protocol()).isBetween(0, 255);
    }
  }
}
