package io.aegispcap.stix.pattern;

import io.aegispcap.stix.object.HashForm;
import java.util.List;
import java.util.Optional;

/// Whether a hash that a pattern compares with can be one.
final class HashForms {
  private HashForms() {}

  static Optional<String> violation(ObjectPath path, Operator operator, Constant constant) {
    if (!(path.steps().getLast() instanceof ObjectPath.Key(String algorithm))
        || !path.steps().contains(new ObjectPath.Key("hashes"))) {
      return Optional.empty();
    }
    List<Constant> compared =
        switch (operator) {
          case EQUAL, NOT_EQUAL -> List.of(constant);
          case IN -> constant instanceof Constant.Several(List<Constant> all) ? all : List.of();
          default -> List.of();
        };
    for (Constant each : compared) {
      if (each instanceof Constant.Text(String hash) && !HashForm.fits(algorithm, hash)) {
        return Optional.of("'" + hash + "' is not a valid " + algorithm + " hash");
      }
    }
    return Optional.empty();
  }
}
