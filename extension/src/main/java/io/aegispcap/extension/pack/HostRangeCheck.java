package io.aegispcap.extension.pack;

import io.aegispcap.extension.resolve.VersionRange;

/// Whether it works with the host's plugin API.
final class HostRangeCheck implements PackageCheck {
  @Override
  public String name() {
    return "host-range";
  }

  @Override
  public CheckResult check(CheckInput input) {
    String range = input.extension().manifest().api();
    Evidence evidence = new Evidence(name());
    if (!VersionRange.of(range).orElseThrow().admitsHost(input.hostVersion())) {
      evidence.fail(
          "works with plugin API %s, this host has %s".formatted(range, input.hostVersion()));
    }
    return evidence.result(
        "plugin API %s of this host is in %s".formatted(input.hostVersion(), range));
  }
}
