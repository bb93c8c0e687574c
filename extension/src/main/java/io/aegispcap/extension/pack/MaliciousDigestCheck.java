package io.aegispcap.extension.pack;

import java.util.Set;

/// Whether it, or a file in it, is known to do harm.
final class MaliciousDigestCheck implements PackageCheck {
  @Override
  public String name() {
    return "malicious-digest";
  }

  @Override
  public CheckResult check(CheckInput input) {
    Set<String> known = input.maliciousDigests();
    Evidence evidence = new Evidence(name());
    if (known.contains(input.extension().sha256())) {
      evidence.fail("the package is known to do harm: SHA-256 " + input.extension().sha256());
    }
    input
        .extension()
        .digests()
        .forEach(
            (path, digest) -> {
              if (known.contains(digest)) {
                evidence.fail(path + " is known to do harm: SHA-256 " + digest);
              }
            });
    return evidence.result("nothing in it is among %d known digests".formatted(known.size()));
  }
}
