package io.aegispcap.analysis.tuning;

import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.capture.packet.IpAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A network or a domain, as people write them.
public sealed interface Place {
  /// As it was written.
  String text();

  /// Whether one that is known by an address, a domain or both is there.
  boolean holds(Optional<IpAddress> address, Optional<String> domain);

  /// @throws IllegalArgumentException when it is neither
  static Place of(String text) {
    boolean domain = text.matches("(?:[A-Za-z0-9_-]{1,63}\\.)*[A-Za-z][A-Za-z0-9-]{0,62}");
    return domain ? new Domain(text) : network(text);
  }

  /// @throws IllegalArgumentException when it is none
  static Place network(String text) {
    return new Network(text, HomeNetworks.of(List.of(text)));
  }

  /// All addresses of a block.
  record Network(String text, HomeNetworks block) implements Place {
    @Override
    public boolean holds(Optional<IpAddress> address, Optional<String> domain) {
      return address.filter(block::inside).isPresent();
    }
  }

  /// A domain and all below it.
  record Domain(String text) implements Place {
    @Override
    public boolean holds(Optional<IpAddress> address, Optional<String> domain) {
      String own = text.toLowerCase(Locale.ROOT);
      return domain
          .map(name -> name.toLowerCase(Locale.ROOT))
          .filter(name -> name.equals(own) || name.endsWith("." + own))
          .isPresent();
    }
  }
}
