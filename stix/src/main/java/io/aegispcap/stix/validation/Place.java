package io.aegispcap.stix.validation;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where in a document, written out only when something is to be said about it.
record Place(Optional<Place> around, String step) {

  static final Place ROOT = new Place(Optional.empty(), "$");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  Place member(String name) {
    return new Place(
        Optional.of(this),
        PLAIN.matcher(name).matches() ? "." + name : "['" + name.replace("'", "\\'") + "']");
  }

  Place item(int index) {
    return new Place(Optional.of(this), "[" + index + "]");
  }

  @Override
  public String toString() {
    return around.map(Place::toString).orElse("") + step;
  }
}
