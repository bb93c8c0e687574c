package io.aegispcap.platform.captures;

import io.aegispcap.platform.blobs.BlobId;

/// What was found, for tools of others.
///
/// @param navigator layers, as `aegis analyze --navigator` writes them
/// @param stix a bundle, as `aegis analyze --stix` writes it
public record SharedDocuments(BlobId navigator, BlobId stix) {}
