package io.aegispcap.platform.access;

import java.util.Collection;
import java.util.Map;

/// What people are called, for modules that keep their ids alone.
public interface Names {

  /// The handles of those who are still here.
  Map<PersonId, String> of(Collection<PersonId> people);
}
