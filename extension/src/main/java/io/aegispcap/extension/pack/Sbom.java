package io.aegispcap.extension.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lists what a package is made of, as a CycloneDX 1.6 document. It says nothing of when and where
/// it was made, so that the same files make the same list.
final class Sbom {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Sbom() {}

  /// @param files contents by path
  static byte[] of(Manifest manifest, Map<String, byte[]> files) {
    ObjectNode sbom = JSON.createObjectNode();
    sbom.put("bomFormat", "CycloneDX").put("specVersion", "1.6");
    StringBuilder digests = new StringBuilder();
    ArrayNode components = JSON.createArrayNode();
    files.forEach(
        (path, content) -> {
          String digest = Digests.sha256(content);
          digests.append(digest).append("  ").append(path).append('\n');
          if (path.startsWith(PackageCode.FOLDER)) {
            file(components.addObject(), path, digest);
          }
        });
    sbom.put(
        "serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(digests.toString().getBytes(UTF_8)));
    sbom.put("version", 1);
    plugin(sbom.putObject("metadata").putObject("component"), manifest);
    sbom.set("components", components);
    DefaultIndenter newlines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(newlines).withArrayIndenter(newlines);
    return (JSON.writer().with(printer).writeValueAsString(sbom) + "\n").getBytes(UTF_8);
  }

  private static void plugin(ObjectNode component, Manifest manifest) {
    component
        .put("type", "application")
        .put("bom-ref", purl(manifest))
        .put("group", manifest.namespace())
        .put("name", manifest.id().substring(manifest.namespace().length() + 1))
        .put("version", manifest.version())
        .put("description", manifest.description());
    component.putArray("licenses").addObject().putObject("license").put("id", manifest.license());
    component.put("purl", purl(manifest));
    ArrayNode properties = component.putArray("properties");
    manifest.dependencies().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            needed ->
                properties
                    .addObject()
                    .put("name", "aegispcap:dependency")
                    .put("value", needed.getKey() + " " + needed.getValue()));
  }

  /// Versions hold no character that would have to be escaped but a plus.
  private static String purl(Manifest manifest) {
    return "pkg:generic/" + manifest.id() + "@" + manifest.version().replace("+", "%2B");
  }

  private static void file(ObjectNode component, String path, String digest) {
    component.put("type", "file").put("bom-ref", path).put("name", path);
    component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", digest);
  }
}
