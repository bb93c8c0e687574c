package io.aegispcap.platform.alerts.web;

import java.util.Optional;

/// What was just done, as the page says it.
///
/// @param action what can be taken back of it, by its number; empty when nothing changed
/// @param undone whether it took something back, so that what came before may follow
public record Told(String text, Optional<Long> action, boolean undone) {}
