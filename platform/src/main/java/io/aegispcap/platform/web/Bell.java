package io.aegispcap.platform.web;

import io.aegispcap.platform.access.PersonId;

/// Counts what waits for somebody.
public interface Bell {

  int unread(PersonId person);
}
