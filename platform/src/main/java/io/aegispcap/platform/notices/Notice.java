package io.aegispcap.platform.notices;

import java.time.Instant;

/// Something somebody was told.
///
/// @param id its place among all notices
/// @param text one sentence
/// @param path where it leads
/// @param read whether they have seen it
public record Notice(long id, String text, String path, Instant at, boolean read) {}
