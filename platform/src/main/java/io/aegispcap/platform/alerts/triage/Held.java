package io.aegispcap.platform.alerts.triage;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Triage;

/// An alert that nobody else can change until the transaction ends.
///
/// @param owner of its capture
/// @param secret whether its capture is its owner's alone
public record Held(AlertId id, Triage triage, PersonId owner, boolean secret) {}
