package io.aegispcap.platform.api;

import io.aegispcap.platform.access.PersonLeft;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Drops the answers kept for whoever left.
@Component
class Forgetting {
  private final IdempotencyKeys keys;

  Forgetting(IdempotencyKeys keys) {
    this.keys = keys;
  }

  @ApplicationModuleListener
  void on(PersonLeft left) {
    keys.forget(left.person());
  }
}
