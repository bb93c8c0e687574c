package io.aegispcap.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;

/// Says which setting can't be read, and where it stands.
final class WrongSetting {

  private WrongSetting() {}

  static Optional<String> in(ConfigurationPropertiesBindException fault) {
    return Stream.iterate((Throwable) fault, cause -> cause != null, Throwable::getCause)
        .filter(BindException.class::isInstance)
        .map(BindException.class::cast)
        .filter(unbound -> unbound.getProperty() != null)
        .reduce((_, inner) -> inner)
        .map(WrongSetting::explain);
  }

  private static String explain(BindException unbound) {
    ConfigurationProperty setting = unbound.getProperty();
    Object place = setting == null || setting.getOrigin() == null ? "" : setting.getOrigin();
    return "The setting %s can't be \"%s\"%s (%s). It is described in docs/reference/configuration.md."
        .formatted(
            unbound.getName(), setting == null ? "" : setting.getValue(), allowed(unbound), place);
  }

  /// What it may be, where there are few.
  private static String allowed(BindException unbound) {
    Class<?> type = unbound.getTarget().getType().resolve(Object.class);
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .map(value -> value.toString().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ", "; it is one of ", ""))
        : "";
  }
}
