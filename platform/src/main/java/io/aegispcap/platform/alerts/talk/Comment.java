package io.aegispcap.platform.alerts.talk;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.AlertId;
import java.time.Instant;
import java.util.Optional;

/// What somebody said about an alert: plain text.
///
/// @param edited when it was changed last
public record Comment(
    long id, AlertId alert, PersonId person, Instant at, Optional<Instant> edited, String text) {}
