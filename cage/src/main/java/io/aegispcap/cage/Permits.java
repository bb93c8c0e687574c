package io.aegispcap.cage;

import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.NotGrantedException;
import java.util.Set;

/// What was granted. The host holds it against all that comes, too: this is for a clear message.
record Permits(Set<Capability> granted) {
  Permits {
    granted = Set.copyOf(granted);
  }

  void require(Capability.Kind kind) {
    if (!granted.contains(Capability.of(kind))) {
      throw new NotGrantedException(kind.label());
    }
  }

  void requireHost(String host) {
    if (!granted.contains(new Capability(Capability.Kind.HTTP, host))) {
      throw new NotGrantedException("http:" + host);
    }
  }

  /// @return bytes of UTF-8
  int storeSize() {
    return granted.stream()
        .filter(capability -> capability.kind() == Capability.Kind.STORE)
        .mapToInt(capability -> Integer.parseInt(capability.argument()))
        .max()
        .orElseThrow(() -> new NotGrantedException("store:SIZE"));
  }
}
