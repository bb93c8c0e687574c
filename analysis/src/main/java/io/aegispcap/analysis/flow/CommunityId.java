package io.aegispcap.analysis.flow;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// Community ID v1: a name for a flow that every tool computes alike, whichever direction it saw
/// first. Source: github.com/corelight/community-id-spec. Not thread-safe where it holds a digest;
/// each thread makes its own.
public final class CommunityId {
  /// Seed 0, as tools use unless told otherwise.
  public static final CommunityId DEFAULT = new CommunityId(0);

  private final int seed;

  /// @param seed 0 to 65535; sites use their own to keep ids apart
  public CommunityId(int seed) {
    this.seed = seed;
  }

  public String of(FlowKey key) {
    throw new UnsupportedOperationException(key.toString() + seed + digest() + Base64.getEncoder());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
