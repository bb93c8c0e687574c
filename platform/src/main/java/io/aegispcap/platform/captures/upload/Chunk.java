package io.aegispcap.platform.captures.upload;

import java.io.InputStream;
import java.util.Optional;

/// A piece of an upload.
///
/// @param offset where it begins
/// @param length of it, when the client said
public record Chunk(
    long offset, Optional<Long> length, Optional<Checksum> checksum, InputStream body) {}
