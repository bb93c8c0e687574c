package io.aegispcap.platform.accounts.passkey;

import java.time.Instant;

/// A passkey as its owner sees it.
///
/// @param id of the credential, in base64url
/// @param label what its owner calls it
public record Passkey(String id, String label, Instant created, Instant lastUsed) {}
