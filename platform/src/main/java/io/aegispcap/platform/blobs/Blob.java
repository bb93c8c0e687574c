package io.aegispcap.platform.blobs;

/// Content that is kept.
///
/// @param size in bytes
public record Blob(BlobId id, long size) {}
