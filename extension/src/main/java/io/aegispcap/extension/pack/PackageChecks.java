package io.aegispcap.extension.pack;

import java.util.List;

/// All that is looked at before a package is used. Whose it is, is for `Trust` to find out.
public final class PackageChecks {
  private PackageChecks() {}

  /// In the order in which people want to read their results.
  public static List<PackageCheck> all() {
    return List.of(
        new ZipSafetyCheck(),
        new ManifestCheck(),
        new InterfaceCheck(),
        new HostRangeCheck(),
        new DependencyCheck(),
        new LicenseCheck(),
        new ContentsCheck(),
        new ApiUseCheck(),
        new MaliciousDigestCheck(),
        new SecretsCheck(),
        new SimilarNameCheck());
  }

  /// The results of all checks, none left out.
  public static List<CheckResult> run(CheckInput input) {
    return all().stream().map(check -> check.check(input)).toList();
  }

  /// The gravest verdict among results.
  public static Verdict verdict(List<CheckResult> results) {
    return results.stream()
        .map(CheckResult::verdict)
        .max(Verdict::compareTo)
        .orElse(Verdict.PASSED);
  }
}
