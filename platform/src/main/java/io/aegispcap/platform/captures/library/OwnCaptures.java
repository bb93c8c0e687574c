package io.aegispcap.platform.captures.library;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.PersonalData;
import org.springframework.stereotype.Component;

/// What is kept of somebody's: the bytes themselves can be downloaded one by one.
@Component
class OwnCaptures implements PersonalData {
  private final CaptureStore store;

  OwnCaptures(CaptureStore store) {
    this.store = store;
  }

  @Override
  public String heading() {
    return "captures";
  }

  @Override
  public Object of(PersonId person) {
    return store.ownedBy(person);
  }
}
