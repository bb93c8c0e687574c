package io.aegispcap.extension.pack;

/// A package that is open is safe in structure, since [StrictZip] refuses any other: says what it
/// measured.
final class ZipSafetyCheck implements PackageCheck {
  @Override
  public String name() {
    return "zip-safety";
  }

  @Override
  public CheckResult check(CheckInput input) {
    ExtensionPackage extension = input.extension();
    long unpacked = 0;
    for (String path : extension.paths()) {
      unpacked += extension.content(path).length;
    }
    return new Evidence(name())
        .result(
            "%d files in %d bytes, %d bytes unpacked; headers agree, nothing between them, no links, no name twice"
                .formatted(extension.paths().size(), extension.length(), unpacked));
  }
}
