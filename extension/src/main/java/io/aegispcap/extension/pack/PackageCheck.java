package io.aegispcap.extension.pack;

/// Looks at a package before any of it runs.
public interface PackageCheck {
  /// Lower case, with dashes.
  String name();

  /// Looks; a package that would break it is one that it fails.
  CheckResult check(CheckInput input);
}
