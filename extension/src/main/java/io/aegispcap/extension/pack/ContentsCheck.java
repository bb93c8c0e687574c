package io.aegispcap.extension.pack;

import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether everything is there that people look for, and nothing that does not belong there.
final class ContentsCheck implements PackageCheck {
  static final String README = "README.md";
  static final String SBOM = "sbom.cdx.json";

  private static final Set<String> FILES =
      Set.of(Manifest.FILE, README, LicenseCheck.FILE, SBOM, PackageSignature.FILE);
  private static final Set<String> ENDINGS =
      Set.of(
          "so", "dll", "dylib", "jnilib", "exe", "jar", "war", "zip", "aegisx", "jmod", "a", "o");

  @Override
  public String name() {
    return "contents";
  }

  @Override
  public CheckResult check(CheckInput input) {
    ExtensionPackage extension = input.extension();
    Evidence evidence = new Evidence(name());
    if (!extension.holds(README)) {
      evidence.warn("README.md is missing: what people read before they install it");
    }
    sbom(extension, evidence);
    for (String path : extension.paths()) {
      if (!path.startsWith(PackageCode.FOLDER) && !FILES.contains(path)) {
        evidence.warn(
            path + " does not belong into a package: code and its resources are in code/");
      }
      bundled(path, extension.content(path), evidence);
    }
    return evidence.result("manifest, README, list of components and code");
  }

  private static void sbom(ExtensionPackage extension, Evidence evidence) {
    if (!extension.holds(SBOM)) {
      evidence.warn(SBOM + " is missing: the list of what it is made of (CycloneDX)");
      return;
    }
    try {
      JsonNode sbom = JsonMapper.shared().readTree(extension.content(SBOM));
      if (!sbom.path("bomFormat").asString("").equals("CycloneDX")) {
        evidence.fail(SBOM + " is no CycloneDX document");
      }
    } catch (JacksonException e) {
      evidence.fail(SBOM + " is no JSON: " + e.getOriginalMessage());
    }
  }

  private static void bundled(String path, byte[] content, Evidence evidence) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (ENDINGS.contains(ending)) {
      evidence.fail(path + " is a library or an archive: nothing looks into it");
    } else if (begins(content, 0x7F, 'E', 'L', 'F')
        || begins(content, 'M', 'Z', 0x90)
        || begins(content, 0xCF, 0xFA, 0xED, 0xFE)
        || begins(content, 0xCE, 0xFA, 0xED, 0xFE)) {
      evidence.fail(path + " is native code");
    } else if (begins(content, 'P', 'K', 3, 4)) {
      evidence.fail(path + " is an archive: nothing looks into it");
    } else if (begins(content, 0xCA, 0xFE, 0xBA, 0xBE) && !ending.equals("class")) {
      evidence.fail(path + " is a class file, or native code, under another name");
    }
  }

  private static boolean begins(byte[] content, int... with) {
    if (content.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if (content[i] != (byte) with[i]) {
        return false;
      }
    }
    return true;
  }
}
