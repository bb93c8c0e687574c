package io.aegispcap.platform;

import io.aegispcap.platform.database.StartRefusedException;
import io.aegispcap.platform.web.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/// Refuses to start on a file with a setting of ours that there is not: a misspelt one would go
/// unnoticed.
final class UnknownSettings implements ApplicationListener<ApplicationContextInitializedEvent> {
  private static final String OURS = "aegis.";
  private static final int CLOSE = 4;

  /// A name in a file.
  private record Setting(String name, EnumerablePropertySource<?> file) {

    /// However it is spelled there: `db-url`, `dbUrl`, `DB_URL`, `contact[0]`.
    String uniform() {
      return UnknownSettings.uniform(name.replaceAll("\\[[^]]*]", ""));
    }

    String place() {
      return Optional.ofNullable(OriginLookup.getOrigin(file, name))
          .map(Origin::toString)
          .orElse(file.getName());
    }
  }

  @Override
  public void onApplicationEvent(ApplicationContextInitializedEvent prepared) {
    List<Setting> settings =
        prepared.getApplicationContext().getEnvironment().getPropertySources().stream()
            .filter(source -> source.getName().startsWith("Config resource 'file"))
            .filter(EnumerablePropertySource.class::isInstance)
            .map(source -> (EnumerablePropertySource<?>) source)
            .flatMap(
                file -> Arrays.stream(file.getPropertyNames()).map(name -> new Setting(name, file)))
            .filter(setting -> setting.name().toLowerCase(Locale.ROOT).startsWith(OURS))
            .toList();
    if (!settings.isEmpty()) {
      check(settings);
    }
  }

  private static void check(List<Setting> settings) {
    List<String> known = known();
    Set<String> uniform =
        known.stream().map(UnknownSettings::uniform).collect(Collectors.toUnmodifiableSet());
    settings.stream()
        .filter(setting -> !uniform.contains(setting.uniform()))
        .findFirst()
        .ifPresent(
            setting -> {
              throw new StartRefusedException(explain(setting, known));
            });
  }

  private static String explain(Setting setting, List<String> known) {
    String advice =
        Spelling.nearest(setting.name().toLowerCase(Locale.ROOT), known.stream(), CLOSE)
            .map(" Did you mean %s?"::formatted)
            .orElse("");
    return "There is no setting %s (%s).%s All are described in docs/reference/configuration.md."
        .formatted(setting.name(), setting.place(), advice);
  }

  /// Also those of what is not in use here, such as S3. Looking takes a moment, so it is done for
  /// files alone that have settings of ours.
  private static List<String> known() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    return scanner.findCandidateComponents("io.aegispcap.platform").stream()
        .<Class<?>>map(
            found ->
                ClassUtils.resolveClassName(
                    String.valueOf(found.getBeanClassName()), Platform.class.getClassLoader()))
        .filter(Class::isRecord)
        .flatMap(UnknownSettings::names)
        .toList();
  }

  private static Stream<String> names(Class<?> settings) {
    String prefix = settings.getAnnotation(ConfigurationProperties.class).value() + ".";
    return Arrays.stream(settings.getRecordComponents())
        .map(part -> prefix + DataObjectPropertyName.toDashedForm(part.getName()));
  }

  private static String uniform(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }
}
