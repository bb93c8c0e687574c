package io.aegispcap.capture.packet;

/// How deep packets are looked into; recorded in every output, since flows depend on it.
///
/// @param decapsulate whether tunnels are opened, so that flows are those of the innermost packets
/// @param maxTunnelDepth tunnels opened in one packet at most, 0 to 16
/// @param reassemble whether payloads of fragmented datagrams are put together
/// @param maxHeldBytes bytes of fragments held for reassembly at most
public record DecodeOptions(
    boolean decapsulate, int maxTunnelDepth, boolean reassemble, int maxHeldBytes) {
  public static final DecodeOptions DEFAULT = new DecodeOptions(true, 4, true, 8 << 20);

  public DecodeOptions {
    if (maxTunnelDepth < 0 || maxTunnelDepth > 16) {
      throw new IllegalArgumentException("tunnel depth " + maxTunnelDepth + " is not in 0..16");
    }
  }

  public DecodeOptions withoutDecapsulation() {
    return new DecodeOptions(false, maxTunnelDepth, reassemble, maxHeldBytes);
  }
}
