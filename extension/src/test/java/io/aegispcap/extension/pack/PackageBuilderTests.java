package io.aegispcap.extension.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PackageBuilderTests {
  @TempDir private Path folder;
  private Path project;

  @BeforeEach
  void makeProject() throws IOException {
    project = project(folder.resolve("project"));
  }

  private static Path project(Path at) throws IOException {
    Files.createDirectories(at.resolve("target/classes/com/acme"));
    Files.writeString(
        at.resolve("aegis-plugin.json"), SamplePackages.manifest("acme/beacon-plus", "1.0.0"));
    Files.writeString(at.resolve("README.md"), "# Beacon\n");
    Files.writeString(at.resolve("LICENSE"), "Apache License\n");
    Files.write(
        at.resolve("target/classes/com/acme/Beacon.class"), ClassFiles.detector("com.acme.Beacon"));
    Files.writeString(at.resolve("target/classes/table.csv"), "a,b\n");
    return at;
  }

  @Test
  void collectsWhatThePackageNeeds() throws IOException, InvalidPackageException {
    Map<String, byte[]> files = PackageBuilder.of(project);

    assertThat(files)
        .containsOnlyKeys(
            "LICENSE",
            "README.md",
            "aegis-plugin.json",
            "code/com/acme/Beacon.class",
            "code/table.csv",
            "sbom.cdx.json");
    JsonNode sbom = JsonMapper.shared().readTree(files.get("sbom.cdx.json"));
    assertThat(sbom.at("/specVersion").asString()).isEqualTo("1.6");
    assertThat(sbom.at("/metadata/component/purl").asString())
        .isEqualTo("pkg:generic/acme/beacon-plus@1.0.0");
    assertThat(sbom.at("/components")).hasSize(2);
    assertThat(sbom.at("/components/1/name").asString()).isEqualTo("code/table.csv");
    assertThat(sbom.at("/components/1/hashes/0/content").asString())
        .isEqualTo(Digests.sha256("a,b\n".getBytes(UTF_8)));
  }

  @Test
  void makesTheSameBytesWhereverAndWhenever() throws IOException, InvalidPackageException {
    Path other = project(folder.resolve("elsewhere"));
    Files.setLastModifiedTime(other.resolve("README.md"), FileTime.fromMillis(0));

    assertThat(PackageWriter.bytes(PackageBuilder.of(other)))
        .isEqualTo(PackageWriter.bytes(PackageBuilder.of(project)));
  }

  @Test
  void makesTheSameOfJarAndClasses() throws IOException, InvalidPackageException {
    byte[] ofClasses = PackageWriter.bytes(PackageBuilder.of(project));
    Path jar = project.resolve("target/beacon-1.0.0.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      entry(out, "META-INF/", new byte[0]);
      entry(out, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n".getBytes(UTF_8));
      entry(out, "META-INF/maven/com.acme/beacon/pom.properties", "version=1\n".getBytes(UTF_8));
      entry(out, "table.csv", "a,b\n".getBytes(UTF_8));
      entry(out, "com/acme/Beacon.class", ClassFiles.detector("com.acme.Beacon"));
    }
    Files.createFile(project.resolve("target/beacon-1.0.0-sources.jar"));

    assertThat(PackageWriter.bytes(PackageBuilder.of(project))).isEqualTo(ofClasses);
  }

  private static void entry(ZipOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
  }

  @Test
  void makesPackagesThatPassAllChecks() throws IOException, InvalidPackageException {
    Path file = folder.resolve("beacon.aegisx");
    PackageWriter.write(PackageBuilder.of(project), file);

    assertThat(
            PackageChecks.run(
                new CheckInput(
                    ExtensionPackage.open(file), "1.0.0", java.util.Set.of(), java.util.Set.of())))
        .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.PASSED));
  }

  @Test
  void keepsTheAuthorsOwnListOfComponents() throws IOException, InvalidPackageException {
    Files.writeString(project.resolve("sbom.cdx.json"), "{\"bomFormat\":\"CycloneDX\"}");

    assertThat(new String(PackageBuilder.of(project).get("sbom.cdx.json"), UTF_8))
        .isEqualTo("{\"bomFormat\":\"CycloneDX\"}");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Files.delete(project.resolve("README.md"));
    Files.move(project.resolve("LICENSE"), project.resolve("COPYING"));
    refused("there is no README.md in " + project + "; there is no LICENSE in " + project);

    assertThatThrownBy(() -> PackageBuilder.of(folder.resolve("nowhere")))
        .isInstanceOf(NotDirectoryException.class);
  }

  @Test
  void saysWhatToDoWhenNothingOrTooMuchWasBuilt() throws IOException {
    Files.createFile(project.resolve("target/one.jar"));
    Files.createFile(project.resolve("target/two.jar"));
    refused("target holds several jars, [one.jar, two.jar]: clean, and build again");

    Files.delete(project.resolve("target/two.jar"));
    refused("one.jar is no jar");

    Files.delete(project.resolve("target/one.jar"));
    Files.move(project.resolve("target/classes"), project.resolve("target/other"));
    refused("there is neither a jar in target nor target/classes: build the project first");
  }

  @Test
  void refusesWhatNoPackageMayHold() throws IOException {
    Files.writeString(project.resolve("target/classes/über.txt"), "");
    refused("code/über.txt: character U+00FC is not allowed in paths");
  }

  private void refused(String why) {
    assertThatThrownBy(() -> PackageBuilder.of(project))
        .isInstanceOf(InvalidPackageException.class)
        .hasMessageContaining(why);
  }
}
