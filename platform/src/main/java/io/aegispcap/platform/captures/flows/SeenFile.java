package io.aegispcap.platform.captures.flows;

import java.time.Instant;

/// A body that was sent over HTTP.
///
/// @param name of the file, from its header or the address; may be empty
/// @param url where it was
/// @param type by its first bytes; may be empty
/// @param complete whether all of it was captured
/// @param client that asked for it, or sent it
/// @param flow by its first frame
public record SeenFile(
    String sha256,
    String md5,
    String name,
    String url,
    String type,
    long size,
    boolean complete,
    String client,
    String server,
    Instant at,
    long flow) {}
