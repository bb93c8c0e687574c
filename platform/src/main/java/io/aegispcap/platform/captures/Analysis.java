package io.aegispcap.platform.captures;

import io.aegispcap.platform.blobs.BlobId;
import java.time.Instant;
import java.util.Optional;

/// What came of analysing a capture.
///
/// @param document JSON, as `aegis analyze --json` writes it
/// @param flows Parquet, as `aegis analyze --flows` writes it
/// @param report HTML, as `aegis analyze --report` writes it
/// @param alerts how many it found
/// @param shared empty of analyses from before these were kept
public record Analysis(
    AnalysisId id,
    CaptureId capture,
    BlobId document,
    BlobId flows,
    BlobId report,
    long alerts,
    Optional<SharedDocuments> shared,
    Instant finished) {}
