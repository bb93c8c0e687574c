package io.aegispcap.platform.backup;

import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.blobs.BlobDamaged;
import io.aegispcap.platform.notices.Notices;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Tells administrators of content that has to come from a backup.
@Component
class DamageNotice {
  private final People people;
  private final Notices notices;

  DamageNotice(People people, Notices notices) {
    this.people = people;
    this.notices = notices;
  }

  @ApplicationModuleListener
  void tell(BlobDamaged damage) {
    notices.tell(
        people.holding(Set.of(Role.ADMINISTRATOR)),
        "blob-damaged:" + damage.id(),
        damage.how(),
        "/captures");
  }
}
