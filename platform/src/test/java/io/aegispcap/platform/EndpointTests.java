package io.aegispcap.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.aegispcap.platform.access.Requires;
import org.junit.jupiter.api.Tag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Rules over all modules, lest one forgets.
@Tag("architecture")
@AnalyzeClasses(packages = "io.aegispcap.platform", importOptions = MainClasses.class)
class EndpointTests {

  @ArchTest
  static final ArchRule everyEndpointDeclaresWhoMayCallIt =
      methods()
          .that()
          .areMetaAnnotatedWith(RequestMapping.class)
          .or()
          .areAnnotatedWith(RequestMapping.class)
          .should()
          .beAnnotatedWith(Requires.class);

  @ArchTest
  static final ArchRule endpointsAreInWebPackages =
      classes()
          .that()
          .areMetaAnnotatedWith(Controller.class)
          .or()
          .areAnnotatedWith(Controller.class)
          .should()
          .resideInAPackage("..web")
          .andShould()
          .notBePublic();

  @ArchTest
  static final ArchRule sqlIsInStorePackages =
      noClasses()
          .that()
          .resideOutsideOfPackage("..store")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(JdbcClient.class);
}
