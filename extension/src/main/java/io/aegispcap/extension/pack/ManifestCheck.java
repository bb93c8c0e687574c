package io.aegispcap.extension.pack;

import io.aegispcap.plugin.Capability;
import java.util.stream.Collectors;

/// A package that is open has a manifest that makes sense, since [ManifestReader] refuses any
/// other: says what it asks for.
final class ManifestCheck implements PackageCheck {
  @Override
  public String name() {
    return "manifest";
  }

  @Override
  public CheckResult check(CheckInput input) {
    Manifest manifest = input.extension().manifest();
    String asked =
        manifest.capabilities().stream()
            .sorted()
            .map(Capability::toString)
            .collect(Collectors.joining(", "));
    return new Evidence(name())
        .result(
            "%s %s, kind %s; asks for %s"
                .formatted(
                    manifest.id(),
                    manifest.version(),
                    manifest.kind().label(),
                    asked.isEmpty() ? "nothing" : asked));
  }
}
