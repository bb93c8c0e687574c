package io.aegispcap.platform.blobs;

/// Content that is kept was found to be missing or another. Published once for each time that it
/// gets damaged.
///
/// @param how is what is wrong, in a sentence
public record BlobDamaged(BlobId id, String how) {}
