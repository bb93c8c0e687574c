package io.aegispcap.extension.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether it says under which licence it may be used.
final class LicenseCheck implements PackageCheck {
  static final String FILE = "LICENSE";

  private static final String LIST = "spdx-license-ids.txt";

  /// Ids of the SPDX list; those that SPDX advises against begin with a minus.
  private final Set<String> ids = ids();

  @Override
  public String name() {
    return "license";
  }

  @Override
  public CheckResult check(CheckInput input) {
    Evidence evidence = new Evidence(name());
    String id = input.extension().manifest().license();
    if (ids.contains("-" + id)) {
      evidence.warn(
          "SPDX advises against the id " + id + ": it is not clear which versions it means");
    } else if (!ids.contains(id)) {
      evidence.fail("'" + id + "' is no id of the SPDX licence list, such as Apache-2.0");
    }
    if (!input.extension().holds(FILE) || input.extension().content(FILE).length == 0) {
      evidence.fail("the file LICENSE is missing or empty: it holds the licence's text");
    }
    return evidence.result(id + ", with its text");
  }

  private static Set<String> ids() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(LicenseCheck.class.getResourceAsStream(LIST), LIST),
                UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
