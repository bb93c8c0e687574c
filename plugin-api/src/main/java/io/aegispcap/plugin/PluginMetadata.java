package io.aegispcap.plugin;

/// Which plugin it is.
///
/// @param id `namespace/name`, as in the manifest
/// @param version semantic version, as in the manifest
/// @param kind which of the interfaces it implements
public record PluginMetadata(String id, String version, PluginKind kind) {}
