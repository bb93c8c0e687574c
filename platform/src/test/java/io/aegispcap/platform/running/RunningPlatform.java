package io.aegispcap.platform.running;

import io.aegispcap.platform.Platform;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/// The whole application on a real PostgreSQL, listening on a free port; started once for all tests
/// of a run, on an empty database. Test classes take [Browser] and any bean as constructor
/// parameters.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Platform.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "aegis.data=target/test-platform-${aegis.fork:1}",
      "spring.flyway.clean-disabled=false",
      "aegis.rate-limit.person=100000",
      "aegis.rate-limit.visitor=100000",
      "aegis.security.contact=mailto:security@example.org",
      "logging.level.root=off",
      "logging.level.io.aegispcap=error"
    })
@Import(RunningConfiguration.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface RunningPlatform {}
