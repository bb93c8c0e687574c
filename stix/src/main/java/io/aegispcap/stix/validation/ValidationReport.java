package io.aegispcap.stix.validation;

import java.util.List;

/// What was found.
///
/// @param errors what a MUST of the specification forbids
/// @param warnings what a SHOULD advises against
public record ValidationReport(List<Finding> errors, List<Finding> warnings) {
  public ValidationReport {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  public boolean valid() {
    return errors.isEmpty();
  }
}
