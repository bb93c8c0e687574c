package io.aegispcap.stix.validation;

import java.util.ArrayList;
import java.util.List;

/// Collects what is found, each once.
final class Findings {

  private final List<Finding> errors = new ArrayList<>();
  private final List<Finding> warnings = new ArrayList<>();

  void error(Place place, String rule, String message, String fix) {
    errors.add(new Finding(place.toString(), rule, message, fix));
  }

  void warning(Place place, String rule, String message, String fix) {
    warnings.add(new Finding(place.toString(), rule, message, fix));
  }

  ValidationReport report() {
    return new ValidationReport(errors, warnings);
  }
}
