package io.aegispcap.capture.protocol.http;

/// Digests of a message body as it was transferred: after chunks are joined, before content coding
/// is undone.
///
/// @param md5 lower-case hexadecimal, as are the others
/// @param complete whether the digests cover the whole body: nothing lost, not cut by the end of
///   the connection, and within [HttpProtocol#MAX_HASHED_BODY]
/// @param length bytes that the digests cover
/// @param magicMime media type told from the first bytes; empty when they tell none
public record BodyHash(
    String md5, String sha1, String sha256, boolean complete, long length, String magicMime) {}
