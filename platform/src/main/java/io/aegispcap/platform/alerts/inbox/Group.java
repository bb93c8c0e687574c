package io.aegispcap.platform.alerts.inbox;

import io.aegispcap.analysis.detection.Severity;
import java.time.Instant;

/// Alerts of one detector about one host.
///
/// @param severity of the worst
/// @param sentence of the latest
/// @param first when the earliest began
/// @param last when the latest ended
public record Group(
    String detector,
    String detectorName,
    String subject,
    Severity severity,
    String sentence,
    long alerts,
    Instant first,
    Instant last) {}
