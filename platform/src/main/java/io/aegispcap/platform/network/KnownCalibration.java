package io.aegispcap.platform.network;

import io.aegispcap.analysis.tuning.Calibration;
import io.aegispcap.platform.access.PersonId;
import java.time.Instant;

/// What is usual in the network, as somebody brought it.
///
/// @param text of the file, as it came
public record KnownCalibration(
    Calibration calibration, String text, PersonId addedBy, Instant added) {}
