package io.aegispcap.extension.pack;

/// How large packages may be.
public final class PackageLimits {
  /// Bytes of a package's file: 32 MiB.
  public static final int FILE = 32 << 20;

  /// Files in a package.
  public static final int ENTRIES = 5_000;

  /// Bytes of one file in it: 16 MiB.
  public static final int ENTRY = 16 << 20;

  /// Bytes of all files in it: 64 MiB.
  public static final int CONTENT = 64 << 20;

  private PackageLimits() {}
}
