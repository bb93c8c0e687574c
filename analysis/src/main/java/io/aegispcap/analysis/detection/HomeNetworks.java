package io.aegispcap.analysis.detection;

import io.aegispcap.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.List;

/// Which addresses are ours: "inside". All others are "outside".
public final class HomeNetworks {
  private static final List<String> PRIVATE =
      List.of(
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "169.254.0.0/16",
          "127.0.0.0/8",
          "fc00::/7",
          "fe80::/10",
          "::1/128");

  private final List<AddressBlock> blocks;

  private HomeNetworks(List<AddressBlock> blocks) {
    this.blocks = blocks;
  }

  /// The private and link-local blocks of RFC 1918, 3927, 4193 and 4291.
  public static HomeNetworks usual() {
    return of(PRIVATE);
  }

  /// @param blocks in CIDR notation, such as `198.51.100.0/24`; a bare address is a block of one
  /// @throws IllegalArgumentException when one is not
  public static HomeNetworks of(List<String> blocks) {
    List<AddressBlock> parsed = new ArrayList<>();
    for (String block : blocks) {
      parsed.add(AddressBlock.parse(block));
    }
    return new HomeNetworks(List.copyOf(parsed));
  }

  public boolean inside(IpAddress address) {
    return inside(address.high(), address.low());
  }

  public boolean inside(long high, long low) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).contains(high, low)) {
        return true;
      }
    }
    return false;
  }
}
