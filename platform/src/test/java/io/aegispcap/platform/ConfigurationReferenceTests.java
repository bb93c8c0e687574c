package io.aegispcap.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/// The reference of settings names all that are ours, as the code has them.
class ConfigurationReferenceTests {
  private final Map<String, Row> rows;

  ConfigurationReferenceTests() throws IOException {
    Path page = Path.of(System.getProperty("aegis.root"), "docs", "reference", "configuration.md");
    this.rows =
        Files.readAllLines(page).stream()
            .filter(line -> line.startsWith("| `"))
            .map(Row::of)
            .collect(Collectors.toMap(Row::setting, Function.identity()));
  }

  private record Row(String setting, String flag, String environment, String usual) {

    static Row of(String line) {
      List<String> cells =
          Arrays.stream(line.split("\\|")).map(cell -> cell.strip().replace("`", "")).toList();
      return new Row(cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }
  }

  @Test
  void namesEverySettingOfOursAndNoneThatIsNot() {
    Set<String> ours = new TreeSet<>(Set.of());
    settings().forEach(type -> names(type).forEach(ours::add));
    assertThat(rows.keySet().stream().filter(name -> name.startsWith("aegis.")))
        .containsExactlyInAnyOrderElementsOf(ours);
  }

  @Test
  void saysTheDefaultsThatTheCodeHas() throws IOException {
    var shipped = PropertiesLoaderUtils.loadAllProperties("application.properties");
    rows.values().stream()
        .filter(row -> shipped.containsKey(row.setting()) && !row.setting().equals("aegis.data"))
        .forEach(
            row ->
                assertThat(row.usual())
                    .as(row.setting())
                    .isEqualTo(shipped.getProperty(row.setting())));
    settings()
        .flatMap(
            type -> Arrays.stream(type.getRecordComponents()).map(part -> Map.entry(type, part)))
        .filter(entry -> parameter(entry.getKey(), entry.getValue().getName()) != null)
        .forEach(
            entry ->
                assertThat(rows.get(name(entry.getKey(), entry.getValue().getName())).usual())
                    .isEqualTo(parameter(entry.getKey(), entry.getValue().getName())));
  }

  @Test
  void spellsEachAsTheEnvironmentDoes() {
    assertThat(rows.values())
        .allSatisfy(
            row ->
                assertThat(row.environment().replace("_", ""))
                    .isEqualTo(
                        ConfigurationPropertyName.of(row.setting())
                            .toString()
                            .toUpperCase(Locale.ROOT)
                            .replace(".", "")
                            .replace("-", "")));
  }

  /// Also of what is not in use here, such as S3.
  private static Stream<Class<?>> settings() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    return scanner.findCandidateComponents("io.aegispcap.platform").stream()
        .<Class<?>>map(
            found ->
                ClassUtils.resolveClassName(
                    String.valueOf(found.getBeanClassName()), Platform.class.getClassLoader()))
        .filter(Class::isRecord);
  }

  private static Stream<String> names(Class<?> settings) {
    return Arrays.stream(settings.getRecordComponents())
        .map(part -> name(settings, part.getName()));
  }

  private static String name(Class<?> settings, String part) {
    return settings.getAnnotation(ConfigurationProperties.class).value()
        + "."
        + DataObjectPropertyName.toDashedForm(part);
  }

  /// The default in the code; null when there is none.
  private static String parameter(Class<?> settings, String part) {
    return Arrays.stream(settings.getDeclaredConstructors())
        .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
        .filter(parameter -> parameter.getName().equals(part))
        .map(parameter -> parameter.getAnnotation(DefaultValue.class))
        .filter(usual -> usual != null && usual.value().length > 0)
        .map(usual -> String.join(", ", usual.value()))
        .findFirst()
        .orElse(null);
  }
}
