package io.aegispcap.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Every dependency's licence, as its own POM states it, is one that Apache-2.0 can ship with.
@Tag("architecture")
class LicenceTests {

  private static final Pattern ALLOWED =
      Pattern.compile(
          "(The )?Apache\\b.*\\b2(\\.0)?\\b.*|(The )?MIT( License.*|-0)?|.*BSD.*|CC0.*|ISC.*|Bouncy Castle Licence"
              + "|Eclipse Public License.*2\\.0|EPL[- ]2\\.0",
          Pattern.CASE_INSENSITIVE);

  @Test
  void everyDependencyHasAnAllowedLicence() throws Exception {
    Map<String, List<String>> refused = new TreeMap<>();
    List<Path> jars = dependencies();
    for (Path jar : jars) {
      List<String> licences = licences(pomBeside(jar));
      if (licences.stream().noneMatch(name -> ALLOWED.matcher(name).matches())) {
        refused.put(jar.getFileName().toString(), licences);
      }
    }
    assertThat(jars).as("jars on the class path").hasSizeGreaterThan(10);
    assertThat(refused).isEmpty();
  }

  @Test
  void refusesLicencesThatAskForMore() {
    assertThat(Stream.of("GPL-3.0", "GNU Affero General Public License v3", "LGPL-2.1", "SSPL"))
        .noneMatch(name -> ALLOWED.matcher(name).matches());
  }

  /// The jars of shipped code and of tests, from Maven's local repository.
  private static List<Path> dependencies() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(jar -> jar.toString().endsWith(".jar"))
        .filter(jar -> !jar.getFileName().toString().startsWith("aegispcap-"))
        .toList();
  }

  /// `artifact/version/artifact-version.pom`, as the repository lays it out; a classifier is cut.
  private static Path pomBeside(Path jar) {
    Path version = jar.toAbsolutePath().getParent();
    return version.resolve(
        version.getParent().getFileName() + "-" + version.getFileName() + ".pom");
  }

  /// The names under `licenses`, of the nearest ancestor where the POM itself has none.
  private static List<String> licences(Path pom)
      throws IOException, SAXException, ParserConfigurationException {
    Element project =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getDocumentElement();
    List<String> own =
        children(project, "licenses")
            .flatMap(licences -> children(licences, "license"))
            .flatMap(licence -> children(licence, "name"))
            .map(name -> name.getTextContent().strip())
            .toList();
    List<Element> parent = children(project, "parent").toList();
    return own.isEmpty() && !parent.isEmpty() ? licences(parentPom(pom, parent.getFirst())) : own;
  }

  private static Path parentPom(Path pom, Element parent) {
    String group = text(parent, "groupId");
    String artifact = text(parent, "artifactId");
    String version = text(parent, "version");
    Path inRepository =
        Path.of(group.replace('.', '/'), artifact, version, artifact + "-" + version + ".pom");
    for (Path at = pom.getParent(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(inRepository))) {
        return at.resolve(inRepository);
      }
    }
    throw new IllegalStateException("no parent " + inRepository + " for " + pom);
  }

  private static String text(Element parent, String name) {
    return children(parent, name).findFirst().orElseThrow().getTextContent().strip();
  }

  private static Stream<Element> children(Element parent, String name) {
    return Stream.iterate(parent.getFirstChild(), node -> node != null, Node::getNextSibling)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(child -> child.getTagName().equals(name));
  }
}
