package io.aegispcap.platform.plugins.running;

import io.aegispcap.extension.sandbox.Confinement;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Says aloud, and keeps in the audit log, that this platform runs plugins without a cage.
@Component
class UnsandboxedStart {
  private static final Logger LOG = LoggerFactory.getLogger(UnsandboxedStart.class);

  private final Confinement confinement;
  private final Deeds deeds;

  UnsandboxedStart(Confinement confinement, Deeds deeds) {
    this.confinement = confinement;
    this.deeds = deeds;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Transactional
  void started() {
    if (confinement.unsandboxed()) {
      String why = String.join("; ", confinement.missing());
      LOG.warn("{}: {}", Confinement.TRUST_WARNING, why);
      deeds.record(new Caller.Visitor(), "plugin.trust-unsandboxed", "", Map.of("missing", why));
    }
  }
}
