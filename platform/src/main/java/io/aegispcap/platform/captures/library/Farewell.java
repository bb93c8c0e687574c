package io.aegispcap.platform.captures.library;

import io.aegispcap.platform.access.PersonLeft;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.captures.run.Analysing;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Private captures go with whoever leaves; what others see stays, under nobody's name.
@Component
class Farewell {
  private final CaptureStore store;
  private final Analysing analysing;

  Farewell(CaptureStore store, Analysing analysing) {
    this.store = store;
    this.analysing = analysing;
  }

  @ApplicationModuleListener
  void removePrivateOnes(PersonLeft left) {
    store.ownedBy(left.person()).stream()
        .filter(
            capture ->
                capture.visibility() == Visibility.PRIVATE || store.find(capture.id()).isEmpty())
        .forEach(
            capture -> {
              analysing.cancelAll(capture.id());
              store.remove(capture.id());
            });
  }
}
