package io.aegispcap.platform.plugins;

import io.aegispcap.extension.pack.Manifest;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Values that somebody typed for a plugin's settings.
final class SettingValues {
  private static final int LONGEST = 1000;

  private SettingValues() {}

  /// @return those that differ from the manifest's own
  static Map<String, String> checked(Manifest manifest, Map<String, String> typed) {
    Set<String> known = manifest.defaults().keySet();
    typed.keySet().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw invalid("There is no setting " + name + "; there are " + known + ".");
            });
    Map<String, String> values = new LinkedHashMap<>();
    for (Manifest.Setting setting : manifest.settings()) {
      String value = typed.getOrDefault(setting.name(), setting.value()).strip();
      check(setting, value);
      if (!value.equals(setting.value())) {
        values.put(setting.name(), value);
      }
    }
    return values;
  }

  private static void check(Manifest.Setting setting, String value) {
    boolean fits =
        value.length() <= LONGEST
            && switch (setting.type()) {
              case "integer" -> value.matches("-?\\d{1,18}");
              case "number" -> isNumber(value);
              case "boolean" -> value.equals("true") || value.equals("false");
              default -> true;
            };
    if (!fits) {
      throw invalid(setting.title() + " takes a value of type " + setting.type() + ".");
    }
  }

  private static boolean isNumber(String value) {
    try {
      return Double.isFinite(new BigDecimal(value).doubleValue());
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(ProblemType.Common.INVALID, detail);
  }
}
