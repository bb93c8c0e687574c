package io.aegispcap.platform.notices;

import io.aegispcap.platform.access.PersonLeft;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Forgets whoever left.
@Component
class Farewell {
  private final Notices notices;

  Farewell(Notices notices) {
    this.notices = notices;
  }

  @ApplicationModuleListener
  void forget(PersonLeft left) {
    notices.forget(left.person());
  }
}
