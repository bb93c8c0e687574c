package io.aegispcap.capture.protocol.rdp;

import io.aegispcap.capture.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The first block of the client's settings (MS-RDPBCGR 2.2.1.3.2), which stands in the conference
/// request behind the key `Duca`.
///
/// @param build of the client's program
/// @param name of the client's host, at most 15 characters
/// @param keyboardLayout as Windows numbers it, such as 0x409
record ClientCore(long build, String name, long keyboardLayout, int width, int height) {
  private static final byte[] KEY = "Duca".getBytes(StandardCharsets.US_ASCII);
  private static final int BLOCK = 0xc001;
  private static final int SHORTEST = 56;
  private static final int NAME = 24;
  private static final int NAME_BYTES = 32;

  /// @param packet with the client's conference request
  static Optional<ClientCore> in(Bytes packet) {
    int key = packet.indexOf(KEY, 0);
    if (key < 0 || key + KEY.length + 2 > packet.length()) {
      return Optional.empty();
    }
    int at = key + KEY.length;
    at += packet.u8(at) >= 0x80 ? 2 : 1; // the length, as PER writes it
    if (packet.length() < at + SHORTEST || packet.u16Little(at) != BLOCK) {
      return Optional.empty();
    }
    String name = packet.utf16Little(at + NAME, NAME_BYTES);
    int end = name.indexOf('\0');
    return Optional.of(
        new ClientCore(
            packet.u32Little(at + 20),
            end < 0 ? name : name.substring(0, end),
            packet.u32Little(at + 16),
            packet.u16Little(at + 8),
            packet.u16Little(at + 10)));
  }
}
