package io.aegispcap.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;

/// Imports go one way, and what differs from run to run comes in from outside.
@Tag("architecture")
@AnalyzeClasses(packages = "io.aegispcap", importOptions = ImportOption.DoNotIncludeTests.class)
class LayerTests {

  private static final String CAPTURE = "io.aegispcap.capture..";
  private static final String ANALYSIS = "io.aegispcap.analysis..";
  private static final String STIX = "io.aegispcap.stix..";
  private static final String SHARING = "io.aegispcap.sharing..";
  private static final String CLI = "io.aegispcap.cli..";
  private static final String PLATFORM = "io.aegispcap.platform..";
  private static final String TESTKIT = "io.aegispcap.testkit..";
  private static final String PLUGIN_API = "io.aegispcap.plugin..";
  private static final String CAGE = "io.aegispcap.cage..";
  private static final String EXTENSION = "io.aegispcap.extension..";

  @ArchTest
  static final ArchRule pluginsCompileAgainstNothingElse =
      noClasses()
          .that()
          .resideInAPackage(PLUGIN_API)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              CAGE, CAPTURE, ANALYSIS, EXTENSION, PLATFORM, CLI, TESTKIT, STIX, SHARING);

  /// What runs beside a plugin is as little as possible.
  @ArchTest
  static final ArchRule cageKnowsThePluginApiAlone =
      noClasses()
          .that()
          .resideInAPackage(CAGE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CAPTURE, ANALYSIS, EXTENSION, PLATFORM, CLI, TESTKIT, STIX, SHARING);

  @ArchTest
  static final ArchRule extensionKnowsNoHost =
      noClasses()
          .that()
          .resideInAPackage(EXTENSION)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PLATFORM, CLI, TESTKIT, STIX, SHARING);

  @ArchTest
  static final ArchRule captureKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage(CAPTURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ANALYSIS, STIX, SHARING, EXTENSION, CAGE, PLATFORM, CLI, TESTKIT);

  @ArchTest
  static final ArchRule analysisKnowsCaptureAndThePluginApi =
      noClasses()
          .that()
          .resideInAPackage(ANALYSIS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(STIX, SHARING, EXTENSION, CAGE, PLATFORM, CLI, TESTKIT);

  @ArchTest
  static final ArchRule stixKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage(STIX)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              PLUGIN_API, CAGE, EXTENSION, CAPTURE, ANALYSIS, SHARING, PLATFORM, CLI, TESTKIT);

  /// It is what command and platform share of both.
  @ArchTest
  static final ArchRule sharingKnowsAnalysisAndStixAlone =
      noClasses()
          .that()
          .resideInAPackage(SHARING)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(EXTENSION, CAGE, PLATFORM, CLI, TESTKIT);

  @ArchTest
  static final ArchRule platformAndCommandMeetAtRunTimeOnly =
      noClasses()
          .that()
          .resideInAPackage(PLATFORM)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CLI, TESTKIT);

  @ArchTest
  static final ArchRule commandKnowsNeitherPlatformNorTestTools =
      noClasses()
          .that()
          .resideInAPackage(CLI)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PLATFORM, TESTKIT);

  @ArchTest
  static final ArchRule testkitKnowsThePluginApiAlone =
      noClasses()
          .that()
          .resideInAPackage(TESTKIT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CAPTURE, ANALYSIS, STIX, SHARING, EXTENSION, CAGE, PLATFORM, CLI);

  @ArchTest
  static final ArchRule packetsKnowNeitherFilesNorProtocols =
      noClasses()
          .that()
          .resideInAPackage("io.aegispcap.capture.packet..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.aegispcap.capture.file..", "io.aegispcap.capture.protocol..");

  @ArchTest
  static final ArchRule filesKnowNoProtocols =
      noClasses()
          .that()
          .resideInAPackage("io.aegispcap.capture.file..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.aegispcap.capture.protocol..");

  @ArchTest
  static final ArchRule protocolsKnowNoFiles =
      noClasses()
          .that()
          .resideInAPackage("io.aegispcap.capture.protocol..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.aegispcap.capture.file..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.aegispcap.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule lowerModulesKnowNoFramework =
      noClasses()
          .that()
          .resideInAnyPackage(CAPTURE, ANALYSIS, STIX, SHARING, TESTKIT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "picocli..", "jakarta..");

  /// But for ids by chance: nothing is decided by them.
  @ArchTest
  static final ArchRule timeAndChanceComeFromOutside =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .and()
          .doNotHaveFullyQualifiedName("io.aegispcap.platform.Platform")
          // Commands of the platform begin there, and the secrets of a new database.
          .and()
          .resideOutsideOfPackage("io.aegispcap.platform.backup.file")
          .and()
          .doNotHaveFullyQualifiedName("io.aegispcap.platform.database.ServedDatabase")
          // Gives out a seed that is known.
          .and()
          .doNotHaveFullyQualifiedName("io.aegispcap.extension.trust.AuthorKey$Seed")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(ThreadLocalRandom.class, "current")
          .orShould()
          .callConstructor(Random.class)
          .orShould()
          .callConstructor(SecureRandom.class);

  @ArchTest
  static final ArchRule onlyTheCommandPrints =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule staticStateDoesNotChange = fields().that().areStatic().should().beFinal();

  @ArchTest
  static void seesTheWholeProduct(JavaClasses classes) {
    if (!classes.contain("io.aegispcap.cli.Aegis")) {
      throw new AssertionError("the class path of these tests lacks the product");
    }
  }
}
